import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { search, SEARCH_KINDS, SHORTEST_SEARCH } from '../core/search.ts'
import { durationSeconds } from '../core/rules/duration.ts'
import { toInstant } from './map.ts'
import { route } from './route.ts'
import { Id, Instant, named, nullable, oneOf } from './schemas.ts'

const Query = Type.Object({
  q: Type.String({
    minLength: SHORTEST_SEARCH,
    maxLength: 200,
    description: 'Words, each of which must occur; upper and lower case are alike.',
    examples: ['basket'],
  }),
  workspace_id: Type.Optional(Id),
  kinds: Type.Optional(Type.Array(oneOf(SEARCH_KINDS), { maxItems: SEARCH_KINDS.length })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, default: 10, description: 'How many of each kind at most.' }),
  ),
})

const SearchResult = named(
  'SearchResult',
  Type.Object({
    kind: oneOf(SEARCH_KINDS),
    id: Id,
    workspace_id: Id,
    title: Type.String({ examples: ['Fix basket rounding'] }),
    detail: nullable(
      Type.String({ description: 'What tells it from others of its name.', examples: ['Website ▸ Shop'] }),
    ),
    project_id: nullable(Id),
    client_id: nullable(Id),
    started_at: nullable(Instant),
    duration_seconds: nullable(Type.Integer()),
  }),
)
const SearchResults = named('SearchResults', Type.Object({ data: Type.Array(SearchResult) }))

const NOTHING = { detail: null, project_id: null, client_id: null, started_at: null, duration_seconds: null }

/** One question over everything there is. */
export function searchRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'search',
    method: 'GET',
    url: '/search',
    summary: 'Look for projects, tasks, clients, entries, contacts, leads and deals by their words',
    query: Query,
    answer: SearchResults,
    async handle(ctx, { query }) {
      const { q: text, workspace_id: workspaceId, kinds, limit = 10 } = query
      const found = await search(ctx, { text, workspaceId, kinds, limit })
      const person = (each: { first_name: string; last_name: string }) =>
        `${each.first_name} ${each.last_name}`
      const of = <K extends keyof typeof found>(
        kind: K,
        { id, workspace_id }: { id: number; workspace_id: number },
      ) => ({
        ...NOTHING,
        kind,
        id,
        workspace_id,
      })
      return {
        data: [
          ...found.project.map((each) => ({
            ...of('project', each),
            title: each.title,
            detail: each.title_chain.slice(0, -1).join(' ▸ ') || null,
            project_id: each.id,
            client_id: each.client_id,
          })),
          ...found.task.map((each) => ({
            ...of('task', each),
            title: each.name,
            detail: each.project_title,
            project_id: each.project_id,
          })),
          ...found.client.map((each) => ({
            ...of('client', each),
            title: each.name,
            detail: each.email,
            client_id: each.id,
          })),
          ...found.entry.map((each) => ({
            ...of('entry', each),
            title: each.title ?? each.notes?.split('\n')[0] ?? '',
            detail: each.title === null ? null : (each.notes?.slice(0, 200) ?? null),
            project_id: each.project_id,
            started_at: toInstant(each.started_at),
            duration_seconds: durationSeconds(each, ctx.now),
          })),
          ...found.contact.map((each) => ({
            ...of('contact', each),
            title: person(each),
            detail: each.client_name,
            client_id: each.client_id,
          })),
          ...found.lead.map((each) => ({
            ...of('lead', each),
            title: person(each),
            detail: each.company_name,
          })),
          ...found.deal.map((each) => ({
            ...of('deal', each),
            title: each.name,
            detail: each.stage,
            client_id: each.client_id,
          })),
        ],
      }
    },
  })
}
