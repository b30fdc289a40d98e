import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { createEntry, updateEntry } from '../../../core/entries/write.ts'
import { AppError } from '../../../core/errors.ts'
import { endFor } from '../../../core/rules/duration.ts'
import { wholeSeconds } from '../../../core/rules/local-time.ts'
import { startTimer } from '../../../core/timer.ts'
import { refused } from '../errors.ts'
import type { Input } from '../wire.ts'
import { memoAfter } from './entry-memo.ts'
import {
  entryFieldsOf,
  LAST_WORD,
  ownerOf,
  requireStopAfterStart,
  type SentTimes,
  timesOf,
} from './entry-input.ts'

/** What became of a new entry; `isOpen` where neither an end nor a duration was sent. */
export type Created = { entry: Entry; isOpen: boolean }

/**
 * Makes an entry as a client describes it: a negative duration lets it run, and ends what ran before; a duration or an
 * end makes a finished one; with neither it is of no length until it is given one.
 */
export async function createFrom(ctx: Ctx, input: Input, workspaceId: number): Promise<Created> {
  const asked = { ...ctx, via: { ...ctx.via, client: clientOf(input) ?? ctx.via.client } }
  const sent = withoutNulls(input)
  const fields = {
    ...LAST_WORD,
    ...(await entryFieldsOf(asked, sent, { workspaceId })),
    wire_memo: memoAfter(undefined, sent),
  }
  const times = timesOf(input)
  const isRunning = times.duration !== undefined && times.duration < 0
  if (isRunning) {
    if (times.stop) throw refused('Stop time must be after start time')
    const owner = ownerOf(input)
    if (owner !== undefined && ctx.actor.kind === 'user' && owner !== ctx.actor.userId)
      throw new AppError('forbidden', 'not_allowed', 'Nobody starts the timer of somebody else.')
    const { started } = await startTimer(asked, { ...fields, started_at: times.start })
    return { entry: started, isOpen: false }
  }
  if (times.start === undefined) throw refused('start must be a valid RFC3339 date')
  const stop = endOf(times, times.start, 0)
  requireStopAfterStart(times.start, stop ?? times.start)
  const bounds = { started_at: times.start, ended_at: stop ?? times.start }
  const entry = await createEntry(asked, { ...fields, ...bounds, user_id: ownerOf(input) })
  return { entry, isOpen: stop === undefined }
}

/** What the client calls itself in the body, which says more than its user agent. */
function clientOf(input: Input): string | undefined {
  const name = input['created_with']
  return typeof name === 'string' ? name.slice(0, 200) : undefined
}

/** When an entry is new, null is as good as nothing: command lines post whole models with everything they have not set. */
function withoutNulls(input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
}

/** The end that was sent, or that the duration gives; an end counts more than a duration that says otherwise. */
function endOf({ stop, duration }: SentTimes, startedAt: number, breakSeconds: number): number | undefined {
  if (stop !== undefined && stop !== null) return stop
  if (duration === undefined || duration < 0) return undefined
  return endFor(wholeSeconds(startedAt), duration, breakSeconds)
}

/** An entry to be changed, and the workspace it is to be in from then on, where that is another one. */
export type Changed = { before: Entry; workspaceId?: number | undefined }

/** Changes an entry as a client describes it; what is left out stays. */
export async function updateFrom(
  ctx: Ctx,
  { before, workspaceId = before.workspace_id }: Changed,
  input: Input,
): Promise<Entry> {
  const owner = ownerOf(input)
  const times = timesOf(input)
  const start = times.start ?? before.started_at
  const isToRun = times.duration !== undefined && times.duration < 0
  const stop = isToRun ? null : endOf(times, start, before.break_seconds)
  if (stop !== null) requireStopAfterStart(start, stop ?? before.ended_at ?? start)
  return updateEntry(
    ctx,
    { id: before.id, owner },
    {
      ...(await entryFieldsOf(ctx, input, { workspaceId, before })),
      started_at: times.start,
      ended_at: stop,
      wire_memo: memoAfter(before, input),
    },
  )
}
