import type { FastifyInstance } from 'fastify'
import { AppError } from '../../core/errors.ts'
import type { Entry } from '../../core/entries/entry.ts'
import { durationSeconds } from '../../core/rules/duration.ts'
import { projectsById } from '../../core/projects/read.ts'
import { type Found, search, SEARCH_KINDS, type SearchKind, SHORTEST_SEARCH } from '../../core/search.ts'
import { tasksById } from '../../core/tasks.ts'
import { asOneText } from '../../core/rules/one-text.ts'
import { inWords } from './errors.ts'
import { numberIn, queryOf } from './input.ts'
import { type Call, route } from './route.ts'
import { clockOf } from './times.ts'
import { titled } from './tasks.ts'

const DEFAULT_LIMIT = 10
const MOST = 50
/** Where its web pages would be; ours are elsewhere, and its clients open the things themselves. */
const URLS: Readonly<Record<SearchKind, string>> = {
  project: '/projects/',
  task: '/tasks/',
  client: '/clients/',
  entry: '/timer/edit/',
  contact: '/contacts/',
  lead: '/leads/',
  deal: '/deals/',
}

export function searchRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/search',
    summary: 'Look for projects, tasks, clients, entries, contacts, leads and deals',
    scope: 'read:projects',
    async handle(call) {
      const query = queryOf(call.request)
      const text = query['q']?.trim() ?? ''
      if (text.length < SHORTEST_SEARCH) throw tooShort()
      const limit = Math.min(Math.max(numberIn(query, 'limit') ?? DEFAULT_LIMIT, 1), MOST)
      const kinds = kindsOf(query['types'])
      const found = await search(call.ctx, { text, kinds, workspaceId: call.workspaceId, limit })
      const results = await resultsOf(call, found)
      return { results, query: text, count: results.length, partial: false, errors: {} }
    },
  })
}

function tooShort(): AppError {
  const error = new AppError('invalid', 'bad_input', 'The text is too short.')
  const body = {
    error: `Query must be at least ${SHORTEST_SEARCH} characters`,
    results: [],
    partial: false,
    errors: {},
  }
  return inWords(error, { status: 400, body })
}

/** Kinds that nobody knows are ignored, and only those find nothing. */
function kindsOf(types: string | undefined): readonly SearchKind[] {
  if (types === undefined || types.trim() === '') return SEARCH_KINDS
  const wanted = types.split(',').map((type) => type.trim().toLowerCase())
  return SEARCH_KINDS.filter((kind) => wanted.includes(kind))
}

async function resultsOf({ ctx }: Call, found: Found) {
  const result = (
    kind: SearchKind,
    id: number,
    rest: { title: string; description: string; badge: string },
  ) => ({
    type: kind,
    category: kind,
    id,
    ...rest,
    url: `${URLS[kind]}${id}`,
  })
  const projects = await projectsById(
    ctx,
    found.entry.flatMap((entry) => entry.project_id ?? []),
  )
  const tasks = await tasksById(
    ctx,
    found.entry.flatMap((entry) => entry.task_id ?? []),
  )
  const titleOf = ({ project_id, task_id }: Entry) =>
    [projects.get(project_id ?? 0)?.title, tasks.get(task_id ?? 0)?.name].filter(Boolean).join(' • ') ||
    'Time Entry'
  const person = (each: { first_name: string; last_name: string }) => `${each.first_name} ${each.last_name}`
  return [
    ...found.project.map((each) =>
      result('project', each.id, { title: each.title, description: each.notes ?? '', badge: 'Project' }),
    ),
    ...found.task.map((each) =>
      result('task', each.id, {
        title: each.name,
        description: each.project_title,
        badge: titled(each.status),
      }),
    ),
    ...found.client.map((each) =>
      result('client', each.id, {
        title: each.name,
        description: each.notes ?? each.contact_person ?? each.email ?? '',
        badge: 'Client',
      }),
    ),
    ...found.entry.map((each) =>
      result('entry', each.id, {
        title: titleOf(each),
        description: describe(each),
        badge: clockOf(durationSeconds(each, ctx.now)),
      }),
    ),
    ...found.contact.map((each) =>
      result('contact', each.id, {
        title: person(each),
        description: each.client_name ?? '',
        badge: 'Contact',
      }),
    ),
    ...found.lead.map((each) =>
      result('lead', each.id, {
        title: person(each),
        description: each.company_name ?? '',
        badge: titled(each.status),
      }),
    ),
    ...found.deal.map((each) =>
      result('deal', each.id, {
        title: each.name,
        description: each.description ?? '',
        badge: titled(each.stage),
      }),
    ),
  ]
}

const SHOWN_OF_NOTES = 100

function describe(entry: Entry): string {
  const tags = entry.tags.map((tag) => tag.name).join(', ')
  const notes = (asOneText(entry) ?? '').slice(0, SHOWN_OF_NOTES)
  return tags === '' ? notes : `${notes} [${tags}]`.trim()
}
