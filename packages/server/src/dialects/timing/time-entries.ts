import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { membershipsOf } from '../../core/access.ts'
import { actingUser, type Ctx } from '../../core/context.ts'
import type { Entry } from '../../core/entries/entry.ts'
import { type EntryFilter, findLatestEntry, getEntry, listEntriesByNumber } from '../../core/entries/read.ts'
import { createEntry, deleteEntry, updateEntries, updateEntry } from '../../core/entries/write.ts'
import { AppError, conflict, invalid, notFound } from '../../core/errors.ts'
import { projectsById } from '../../core/projects/read.ts'
import { findTimer, startTimer, stopTimer } from '../../core/timer.ts'
import type { House } from '../../http/house.ts'
import { toEmbeddedProject, toEntry } from './map.ts'
import { originRoot, PER_PAGE, pageLinks } from './pages.ts'
import {
  billingStatusesOf,
  billingStatusOf,
  booleanOf,
  customFieldsOf,
  idOf,
  idsOf,
  type Input,
  inputOf,
  listOf,
  momentOf,
  numberOf,
  projectOf,
  requiredIdOf,
  textOf,
} from './wire.ts'

type IdParams = { Params: { time_entry_id: string } }

/** What Timing asks of every entry, and how it bills one that nothing else decides. */
const RULES = { lastWord: 'billable', needsTitleOrProject: true } as const

export function timeEntryRoutes(app: FastifyInstance, house: House): void {
  app.post('/time-entries/start', { schema: { summary: 'Start a timer' } }, async (request, reply) => {
    const { ctx } = request
    const input = inputOf(request)
    const { started } = await startTimer(ctx, {
      ...(await fieldsOf(ctx, input)),
      ...RULES,
      started_at: await momentOf(ctx, request, { name: 'start_date', edge: 'start' }),
      overlap: overlapOf(input),
      whenRunning: 'stop_now',
    })
    const message = `Timer '${await nameOf(ctx, started)}' started.`
    return reply.code(201).send({ data: toEntry(started, ctx.now), message })
  })

  app.put('/time-entries/stop', { schema: { summary: 'Stop the running timer' } }, async (request) => {
    const { ctx } = request
    const stopped = await stopTimer(ctx)
    return { data: toEntry(stopped, ctx.now), message: `Timer '${await nameOf(ctx, stopped)}' stopped.` }
  })

  app.get(
    '/time-entries/latest',
    { schema: { summary: 'Redirect to the latest time entry' } },
    async (request, reply) => {
      const entry = await findLatestEntry(request.ctx)
      if (!entry) throw new AppError('not_found', 'no_such_thing', 'No time entry found.')
      return redirect(request, reply, entry)
    },
  )

  app.get(
    '/time-entries/running',
    { schema: { summary: 'Redirect to the running timer' } },
    async (request, reply) => {
      const entry = await findTimer(request.ctx)
      if (!entry) throw conflict('nothing_running', 'No timer is running.')
      return redirect(request, reply, entry)
    },
  )

  app.patch(
    '/time-entries/batch-update',
    { schema: { summary: 'Update many time entries alike' } },
    async (request) => {
      const { ctx } = request
      const input = inputOf(request)
      const ids = batchIds(input)
      const owner = booleanOf(input, 'allow_editing_other_users') ? ('anybody' as const) : undefined
      const fields = await fieldsOf(ctx, batchData(input))
      const entries = await known(updateEntries(ctx, { ids, owner }, { ...fields, ...RULES }))
      return {
        data: entries.map((entry) => toEntry(entry, ctx.now)),
        message: `Updated ${entries.length} time entries.`,
      }
    },
  )

  app.get('/time-entries', { schema: { summary: 'List time entries' } }, async (request) => {
    const { ctx } = request
    const input = inputOf(request)
    const page = pageNumber(input)
    const filter = await filterOf(ctx, request, input)
    const window = { offset: (page - 1) * PER_PAGE, limit: PER_PAGE }
    const { rows, total } = await listEntriesByNumber(ctx, filter, window)
    const data = await shown(ctx, rows, booleanOf(input, 'include_project_data') === true)
    return { data, ...pageLinks(house, request, { page, count: rows.length, total }) }
  })

  app.post('/time-entries', { schema: { summary: 'Create a time entry' } }, async (request, reply) => {
    const { ctx } = request
    const input = inputOf(request)
    const entry = await createEntry(ctx, {
      ...(await fieldsOf(ctx, input)),
      ...RULES,
      started_at: await requiredMoment(request, { name: 'start_date', edge: 'start' }),
      ended_at: await requiredMoment(request, { name: 'end_date', edge: 'end' }),
      overlap: overlapOf(input),
    })
    return reply.code(201).send({ data: toEntry(entry, ctx.now) })
  })

  app.get<IdParams>(
    '/time-entries/:time_entry_id',
    { schema: { summary: 'Show a time entry' } },
    async (request) => {
      const { ctx } = request
      const input = inputOf(request)
      const id = pathId(request.params.time_entry_id)
      await requireOwner(ctx, id, otherUserOf(input))
      const [data] = await shown(
        ctx,
        [await getEntry(ctx, id)],
        booleanOf(input, 'include_project_data') === true,
      )
      return { data }
    },
  )

  app.route<IdParams>({
    method: ['PUT', 'PATCH'],
    url: '/time-entries/:time_entry_id',
    schema: { summary: 'Update a time entry' },
    async handler(request) {
      const { ctx } = request
      const input = inputOf(request)
      const id = pathId(request.params.time_entry_id)
      const owner = otherUserOf(input)
      await requireOwner(ctx, id, owner)
      const changes = {
        ...(await fieldsOf(ctx, input)),
        ...RULES,
        started_at: await changedMoment(request, { name: 'start_date', edge: 'start' }),
        ended_at: await changedMoment(request, { name: 'end_date', edge: 'end' }),
        overlap: overlapOf(input),
      }
      return { data: toEntry(await updateEntry(ctx, { id, owner }, changes), ctx.now) }
    },
  })

  app.delete<IdParams>(
    '/time-entries/:time_entry_id',
    { schema: { summary: 'Delete a time entry' } },
    async (request, reply) => {
      const { ctx } = request
      const id = pathId(request.params.time_entry_id)
      const owner = otherUserOf(inputOf(request))
      await requireOwner(ctx, id, owner)
      await deleteEntry(ctx, { id, owner })
      return reply.code(204).send()
    },
  )
}

function pathId(text: string): number {
  const id = idOf(text, 'time-entries')
  if (id === undefined) throw notFound('time entry')
  return id
}

/** What an entry says. Without a project it lives at home, in the personal workspace. */
async function fieldsOf(ctx: Ctx, input: Input) {
  const project = await projectOf(ctx, input, 'project')
  return {
    project_id: project === undefined ? undefined : (project?.id ?? null),
    workspace_id: project ? undefined : ('personal' as const),
    title: textOf(input, 'title'),
    notes: textOf(input, 'notes'),
    billing_status: billingStatusOf(input),
    custom_fields: customFieldsOf(input),
  }
}

function overlapOf(input: Input) {
  return booleanOf(input, 'replace_existing') ? ('replace' as const) : ('allow' as const)
}

type DateField = { name: 'start_date' | 'end_date'; edge: 'start' | 'end' }

async function requiredMoment(request: FastifyRequest, field: DateField): Promise<number> {
  const at = await momentOf(request.ctx, request, field)
  if (at === undefined) throw invalid(field.name, `The ${field.name.replace('_', ' ')} field is required.`)
  return at
}

/** A date may be left out of an update, but not be made empty. */
async function changedMoment(request: FastifyRequest, field: DateField): Promise<number | undefined> {
  return inputOf(request)[field.name] === undefined ? undefined : requiredMoment(request, field)
}

/** How the message calls an entry: by its title, or else by its project. */
async function nameOf(ctx: Ctx, entry: Entry): Promise<string> {
  if (entry.title !== null || entry.project_id === null) return entry.title ?? ''
  return (await projectsById(ctx, [entry.project_id])).get(entry.project_id)?.title ?? ''
}

/** The redirect with the page that a browser would see. */
function redirect(request: FastifyRequest, reply: FastifyReply, entry: Entry): FastifyReply {
  const url = `${originRoot(request)}/time-entries/${entry.id}`
  const safe = url
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;')
    .replaceAll('<', '&lt;')
  const page = `<!DOCTYPE html>
<html>
    <head>
        <meta charset="UTF-8" />
        <meta http-equiv="refresh" content="0;url='${safe}'" />

        <title>Redirecting to ${safe}</title>
    </head>
    <body>
        Redirecting to <a href="${safe}">${safe}</a>.
    </body>
</html>`
  return reply.code(302).headers({ location: url, 'content-type': 'text/html; charset=utf-8' }).send(page)
}

// Colleagues.

function otherUserOf(input: Input): number | undefined {
  const value = input['other_user_id']
  return value === undefined || value === null || value === '' ? undefined : (idOf(value, 'users') ?? 0)
}

/** An `other_user_id` that is not the owner's names an entry that does not exist. */
async function requireOwner(ctx: Ctx, entryId: number, ownerId: number | undefined): Promise<void> {
  if (ownerId === undefined) return
  const entry = await getEntry(ctx, entryId)
  if (entry.user_id !== ownerId) throw notFound('time entry')
}

// Batches.

const MOST_IN_A_BATCH = 1000

/** The ids as numbers, as text, or as references: the documents show the first and describe the second. */
function batchIds(input: Input): number[] {
  const values = input['time_entries']
  if (!Array.isArray(values) || values.length === 0) {
    throw invalid('time_entries', 'The time entries field is required.')
  }
  if (values.length > MOST_IN_A_BATCH) {
    throw invalid('time_entries', `The time entries field must not have more than ${MOST_IN_A_BATCH} items.`)
  }
  return values.map((value, index) => requiredIdOf(value, 'time-entries', `time_entries.${index}`))
}

function batchData(input: Input): Input {
  const data = input['data']
  if (typeof data === 'object' && data !== null && !Array.isArray(data) && Object.keys(data).length > 0) {
    // A JSON object, which is all that `Input` says.
    return data as Input
  }
  throw invalid('data', 'The data field is required.')
}

/** Unknown entries of a batch are wrong input here, each named by its place in the list. */
async function known<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found' || !error.fields) throw error
    const fields = Object.fromEntries(
      Object.keys(error.fields).map((field) => [
        field,
        `The selected ${field.replace(/^ids/, 'time_entries')} is invalid.`,
      ]),
    )
    throw new AppError('invalid', error.reason, error.message, { fields })
  }
}

// Lists.

function pageNumber(input: Input): number {
  const page = numberOf(input, 'page') ?? 1
  return Number.isSafeInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
}

const DAY_MS = 24 * 3600 * 1000

async function filterOf(ctx: Ctx, request: FastifyRequest, input: Input): Promise<EntryFilter> {
  const projects = listOf(input, 'projects', 'project')
  return {
    whose: whoseOf(ctx, input),
    ...(await windowOf(ctx, request)),
    projectIds: projects && (await visibleProjectIds(ctx, projects)),
    withChildren: booleanOf(input, 'include_child_projects') === true,
    text: textOf(input, 'search_query') ?? undefined,
    isRunning: booleanOf(input, 'is_running'),
    billingStatuses: billingStatusesOf(input),
  }
}

/** A filter by a project nobody knows is a mistake in a script, not an empty answer. */
async function visibleProjectIds(ctx: Ctx, values: readonly string[]): Promise<(number | null)[]> {
  const ids = idsOf(values, 'projects', 'projects')
  const visible = await projectsById(
    ctx,
    ids.filter((id) => id !== null),
  )
  const unknown = ids.findIndex((id) => id !== null && !visible.has(id))
  if (unknown !== -1) throw invalid(`projects.${unknown}`, `The selected projects.${unknown} is invalid.`)
  return ids
}

/** Both bounds count; without any it is the last 30 days, in UTC. */
async function windowOf(ctx: Ctx, request: FastifyRequest) {
  const from = await momentOf(ctx, request, { name: 'start_date_min', edge: 'start' })
  const to = await momentOf(ctx, request, { name: 'start_date_max', edge: 'end' })
  if (from === undefined && to === undefined) {
    const today = Math.floor(ctx.now / DAY_MS) * DAY_MS
    return { startedFrom: today - 30 * DAY_MS, startedBefore: today + DAY_MS }
  }
  // A moment counts itself; the end of a day is the start of the next, which does not begin that day.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(textOf(inputOf(request), 'start_date_max') ?? '')
  return { startedFrom: from, startedBefore: to === undefined || isDay ? to : to + 1 }
}

function whoseOf(ctx: Ctx, input: Input): EntryFilter['whose'] {
  const { userId } = actingUser(ctx)
  const named = listOf(input, 'team_members')?.filter((each) => each.trim() !== '')
  const ids = named?.map((each) => idOf(each, 'users') ?? 0)
  if (booleanOf(input, 'include_team_members')) return ids ?? 'everyone'
  if (!ids || ids.includes(userId)) return 'mine'
  return []
}

async function shown(ctx: Ctx, entries: readonly Entry[], includeProjects: boolean) {
  if (!includeProjects) return entries.map((entry) => toEntry(entry, ctx.now))
  const memberships = await membershipsOf(ctx)
  const projects = await projectsById(
    ctx,
    entries.flatMap((entry) => entry.project_id ?? []),
  )
  return entries.map((entry) => {
    const project = entry.project_id === null ? undefined : projects.get(entry.project_id)
    return toEntry(entry, ctx.now, project && toEmbeddedProject(project, memberships))
  })
}
