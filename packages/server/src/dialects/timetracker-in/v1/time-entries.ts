import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import type { EntryChanges } from '../../../core/entries/columns.ts'
import { type Entry, requireEntry } from '../../../core/entries/entry.ts'
import { getEntry } from '../../../core/entries/read.ts'
import { deleteEntry, updateEntry } from '../../../core/entries/write.ts'
import { invalid } from '../../../core/errors.ts'
import type { House } from '../../../http/house.ts'
import {
  billingChange,
  breakOf,
  createEntryFrom,
  entryFieldsOf,
  entryFilterOf,
  requireForward,
  secondOf,
  showEntries,
  showEntry,
} from '../entries.ts'
import {
  bodyOf,
  booleanOf,
  dayOf,
  type Input,
  missing,
  numberOf,
  pathId,
  referenceOf,
  refuseEmpty,
} from '../input.ts'
import { requireTeamMember } from '../tasks.ts'
import { listOf, pageOf, sortOf } from './pages.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

type OneEntry = { Params: InWorkspace['Params'] & { time_entry_id: string } }

const LIST = '/workspaces/:workspace_id/time-entries'
const ONE = `${LIST}/:time_entry_id`

export function timeEntryRoutes(app: FastifyInstance, house: House): void {
  app.get<InWorkspace>(LIST, { schema: { summary: 'List time entries' } }, async (request) => {
    const { ctx } = request
    const place = await placeOf(request)
    const page = pageOf(request)
    const sort = sortOf(page, { word: 'start_time', column: 'started_at', usual: '-start_time' })
    const { rows, total } = await house.reading.ask(ctx, 'entriesByNumber', {
      filter: await entryFilterOf(ctx, place, page.input),
      page: { ...page.slice, ...sort },
    })
    return listOf(page, total, await showEntries(ctx, rows))
  })

  app.post<InWorkspace>(LIST, { schema: { summary: 'Create a time entry' } }, async (request) => {
    const entry = await createEntryFrom(request.ctx, await placeOf(request), bodyOf(request))
    return showEntry(request.ctx, entry)
  })

  app.get<OneEntry>(ONE, { schema: { summary: 'Show a time entry' } }, async (request) => {
    const { id } = await targetOf(request)
    return showEntry(request.ctx, await getEntry(request.ctx, id))
  })

  app.patch<OneEntry>(
    ONE,
    { schema: { summary: 'Change a time entry; what is left out stays, and an end stops one that runs' } },
    async (request) => {
      const { ctx } = request
      const before = await targetOf(request)
      const changes = await changesOf(ctx, before, bodyOf(request))
      const { id, version } = before
      return showEntry(ctx, await updateEntry(ctx, { id, version, owner: 'anybody' }, changes))
    },
  )

  app.delete<OneEntry>(ONE, { schema: { summary: 'Delete a time entry' } }, async (request) => {
    const { id } = await targetOf(request)
    await deleteEntry(request.ctx, { id, owner: 'anybody' })
    return { success: true }
  })
}

/** The entry of the path, which has to be one of its workspace. */
async function targetOf(request: FastifyRequest<OneEntry>): Promise<Entry> {
  const place = await placeOf(request)
  const entry = await requireEntry(request.ctx, pathId(request, 'time_entry_id', 'time_entry'))
  if (entry.workspace_id !== place.workspace_id) throw missing('time_entry')
  return entry
}

async function changesOf(ctx: Ctx, before: Entry, input: Input): Promise<EntryChanges> {
  await requireSameOwner(ctx, before, input)
  refuseEmpty(input, 'start_time', ...(before.ended_at === null ? [] : ['end_time']))
  dayOf(input, 'date')
  const isTyped = booleanOf(input, 'manually_entered')
  if (isTyped !== undefined && isTyped !== (before.source !== 'timer'))
    throw invalid('manually_entered', 'How a time entry came about stays as it is')
  return {
    ...entryFieldsOf(input, before),
    ...billingChange(before, booleanOf(input, 'billable')),
    ...timesOf(before, input),
    // Of the path; a project of another one is refused.
    workspace_id: before.workspace_id,
  }
}

/** Time stays with who worked it. */
async function requireSameOwner(ctx: Ctx, { workspace_id, user_id }: Entry, input: Input): Promise<void> {
  const id = referenceOf(input, 'team_member_id', 'team_member')
  if (!id || (await requireTeamMember(ctx, workspace_id, id)).user_id === user_id) return
  throw invalid('team_member_id', 'A time entry stays with the team member who worked it')
}

function timesOf(before: Entry, input: Input): EntryChanges {
  const started_at = secondOf(input, 'start_time')
  const ended_at = secondOf(input, 'end_time')
  const start = started_at ?? before.started_at
  const end = ended_at ?? before.ended_at
  if (end !== null && (started_at ?? ended_at) !== undefined) requireForward(start, end)
  return { started_at, ended_at, ...breakChange(input, end === null ? null : (end - start) / 1000) }
}

function breakChange(input: Input, span: number | null): EntryChanges {
  if (typeof numberOf(input, 'duration') !== 'number') return {}
  if (span === null) throw invalid('duration', 'A time entry that runs has no duration yet')
  return { break_seconds: breakOf(input, span) }
}
