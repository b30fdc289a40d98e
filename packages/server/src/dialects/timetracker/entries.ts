import type { FastifyInstance } from 'fastify'
import { activeMember, canManage } from '../../core/access.ts'
import { actingUser, type Ctx } from '../../core/context.ts'
import { type Entry, requireEntry, type Whose } from '../../core/entries/entry.ts'
import { getEntry } from '../../core/entries/read.ts'
import { createEntry, deleteEntry, updateEntry } from '../../core/entries/write.ts'
import { AppError } from '../../core/errors.ts'
import { answerOnce } from '../../core/idempotency.ts'
import { startTimer } from '../../core/timer.ts'
import type { House } from '../../http/house.ts'
import { CREATED_FIELDS, fieldsOf, timesOf } from './entry-input.ts'
import { showEntries, showEntry } from './entry-map.ts'
import { orWords, refusal } from './errors.ts'
import {
  bodyOf,
  flagIn,
  type Input,
  integerOf,
  looseBodyOf,
  numberIn,
  pathId,
  queryOf,
  refuseUnknown,
  textOf,
} from './input.ts'
import { pageOf, paginationOf } from './pages.ts'
import { type Call, route } from './route.ts'
import { endBound, momentOf, startBound } from './times.ts'

export function entryRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone

  route(app, {
    method: 'GET',
    url: '/time-entries',
    summary: 'List time entries, newest first',
    scope: 'read:time_entries',
    async handle(call) {
      const page = pageOf(call.request)
      const { rows, total } = await house.reading.ask(call.ctx, 'entriesByNumber', {
        filter: filterOf(call, zone),
        page: page.slice,
      })
      return { time_entries: await showEntries(call.ctx, rows, zone), pagination: paginationOf(page, total) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/time-entries',
    summary: 'Create a time entry; one without an end runs',
    scope: 'write:time_entries',
    async handle({ ctx, place, request, reply }) {
      const key = idempotencyKey(request.headers['idempotency-key'])
      const create = async (ctx: Ctx) => {
        const entry = await created(ctx, bodyOf(request), { zone, isAdmin: canManage(place.role) })
        return { message: 'Time entry created successfully', time_entry: await showEntry(ctx, entry, zone) }
      }
      reply.code(201)
      if (key === undefined) return create(ctx)
      // Whatever body comes with the key, the first answer is given again.
      const once = { key, request: { method: 'POST', url: '/time-entries', body: null }, status: 201 }
      return (await answerOnce(ctx, once, create)).answer
    },
  })

  route(app, {
    method: 'GET',
    url: '/time-entries/:entry_id',
    summary: 'Show a time entry',
    scope: 'read:time_entries',
    handle: async ({ ctx, request }) => ({
      time_entry: await showEntry(ctx, await getEntry(ctx, pathId(request, 'entry_id')), zone),
    }),
  })

  route(app, {
    method: ['PUT', 'PATCH'],
    url: '/time-entries/:entry_id',
    summary: 'Update a time entry; what is left out or null stays',
    scope: 'write:time_entries',
    async handle({ ctx, request }) {
      const input = bodyOf(request)
      refuseUnknown(input, CHANGED_FIELDS)
      noteReason(ctx, input)
      const entry = await updated(ctx, { id: pathId(request, 'entry_id'), input, zone })
      return { message: 'Time entry updated successfully', time_entry: await showEntry(ctx, entry, zone) }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/time-entries/:entry_id',
    summary: 'Delete a time entry',
    scope: 'write:time_entries',
    async handle({ ctx, request }) {
      noteReason(ctx, looseBodyOf(request))
      const before = await entryToWrite(ctx, pathId(request, 'entry_id'))
      if (before.ended_at === null) throw refusal('Cannot delete active time entry. Stop the timer first.')
      await deleteEntry(ctx, { id: before.id, owner: 'anybody' })
      return { message: 'Time entry deleted successfully' }
    },
  })
}

const CHANGED_FIELDS = [...CREATED_FIELDS.filter((name) => name !== 'user_id'), 'if_updated_at', 'reason']

/** Both bounds look at the start. Running entries are left out unless they are asked for, in just this spelling. */
function filterOf({ ctx, place, request }: Call, zone: string) {
  const query = queryOf(request)
  return {
    whose: whoseOf({ ctx, place }, numberIn(query, 'user_id')),
    projectIds: idFilter(numberIn(query, 'project_id')),
    startedFrom: startBound(query['start_date'], zone),
    startedBefore: endBound(query['end_date'], zone),
    billingStatuses: billingFilter(flagIn(query, 'billable')),
    isRunning: query['include_active'] === 'true' ? undefined : false,
  }
}

/** Who manages the workspace sees everybody's, or one person's; anybody else their own, and is told so. */
export function whoseOf({ ctx, place }: Pick<Call, 'ctx' | 'place'>, userId: number | undefined): Whose {
  const me = actingUser(ctx).userId
  if (canManage(place.role)) return userId === undefined ? 'everyone' : [userId]
  if (userId === undefined || userId === me) return 'mine'
  throw refusal('Access denied', { status: 403, code: 'forbidden' })
}

function idFilter(id: number | undefined): number[] | undefined {
  return id === undefined ? undefined : [id]
}

export function billingFilter(billable: boolean | undefined) {
  if (billable === undefined) return undefined
  return billable ? (['billable', 'billed', 'paid'] as const) : (['not_billable', 'undetermined'] as const)
}

const LONGEST_KEY = 128

/** The key of a client that may send the same twice; one that is too long is as good as none. */
function idempotencyKey(header: string | string[] | undefined): string | undefined {
  const key = typeof header === 'string' ? header.trim() : ''
  return key === '' || key.length > LONGEST_KEY ? undefined : `post:time_entries ${key}`
}

type Setting = { zone: string; isAdmin: boolean }

async function created(ctx: Ctx, input: Input, { zone, isAdmin }: Setting): Promise<Entry> {
  refuseUnknown(input, CREATED_FIELDS)
  const { started_at, ended_at, break_seconds } = timesOf(input, zone)
  if (started_at === undefined) momentOf(undefined, 'start_time', zone)
  const owner = await ownerOf(ctx, input, isAdmin)
  const fields = await fieldsOf(ctx, input, undefined)
  if (!fields.project_id && !fields.client_id) throw refusal('Either project or client must be selected')
  try {
    if (ended_at === undefined) return await startedAt(ctx, { ...fields, started_at, owner })
    if (ended_at <= (started_at ?? 0)) throw refusal(BACKWARDS)
    const times = { started_at: started_at ?? 0, ended_at, break_seconds }
    return await createEntry(ctx, { ...fields, ...times, user_id: owner, overlap: 'refuse' })
  } catch (error) {
    throw inCreateWords(error)
  }
}

const BACKWARDS = 'End time must be after start time'

/** Somebody else's entry is for those who manage the workspace, and for its active members. */
async function ownerOf(ctx: Ctx, input: Input, isAdmin: boolean): Promise<number | undefined> {
  const userId = integerOf(input, 'user_id') ?? undefined
  if (userId === undefined || userId === actingUser(ctx).userId) return undefined
  if (!isAdmin)
    throw refusal('Only admins can create time entries for other users', { status: 403, code: 'forbidden' })
  await orWords(activeMember(ctx, actingUser(ctx).workspaceId ?? 0, userId), () =>
    refusal('Selected user is invalid or inactive'),
  )
  return userId
}

type Start = Awaited<ReturnType<typeof fieldsOf>> & {
  started_at: number | undefined
  owner: number | undefined
}

/** An entry without an end is a timer, which one can only start for oneself. */
async function startedAt(ctx: Ctx, { owner, ...fields }: Start): Promise<Entry> {
  if (owner !== undefined) throw refusal('A timer can only be started for oneself')
  const { started } = await startTimer(ctx, { ...fields, overlap: 'refuse', whenRunning: 'refuse' })
  return started
}

function inCreateWords(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  if (error.reason === 'overlap')
    return refusal(
      'This time overlaps with an existing entry. Please choose a different time range or edit the existing entry.',
    )
  if (error.reason === 'locked_period')
    return refusal('Timesheet period is closed for the selected date range')
  return error
}

type Change = { id: number; input: Input; zone: string }

async function updated(ctx: Ctx, { id, input, zone }: Change): Promise<Entry> {
  const before = await entryToWrite(ctx, id)
  refuseStale(before, input, zone)
  const times = timesOf(input, zone)
  if (before.ended_at === null && times.ended_at !== undefined)
    throw refusal('Cannot set end_time on active timer. Stop the timer first.')
  const start = times.started_at ?? before.started_at
  const end = times.ended_at ?? before.ended_at
  if (end !== null && end <= start && (times.started_at !== undefined || times.ended_at !== undefined))
    throw refusal(BACKWARDS)
  const fields = await fieldsOf(ctx, input, before)
  const target = { id, version: before.version, owner: 'anybody' as const }
  return updateEntry(ctx, target, { ...fields, ...times, overlap: 'refuse' })
}

/** The system answers a write to what is not there, or not one's own to see, as a bad request. */
async function entryToWrite(ctx: Ctx, id: number): Promise<Entry> {
  return orWords(requireEntry(ctx, id), () => refusal('Time entry not found'))
}

const TOLERATED_MS = 2000

/** A client that has been offline says which state it has seen; two seconds are forgiven. */
function refuseStale(before: Entry, input: Input, zone: string): void {
  const seen = input['if_updated_at']
  if (seen === undefined || seen === null) return
  const at = momentOf(seen, 'if_updated_at', zone)
  if (Math.abs(at - before.updated_at) <= TOLERATED_MS) return
  throw refusal('Time entry was modified on the server. Refresh and try again.', {
    status: 409,
    code: 'conflict',
  })
}

const LONGEST_REASON = 500

/** Why somebody changes an entry, for the audit log. */
function noteReason(ctx: Ctx, input: Input): void {
  const reason = textOf(input, 'reason')
  if (reason) ctx.operation.reason = reason.slice(0, LONGEST_REASON)
}
