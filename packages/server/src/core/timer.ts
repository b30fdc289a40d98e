import { membershipIn, requireScope } from './access.ts'
import { refuseClosedWeek } from './approvals/closed-weeks.ts'
import { actingUser, type Ctx, lockUser, transact } from './context.ts'
import { conflict, invalid } from './errors.ts'
import { type Entry, ownRunningEntry, runningEntryOf } from './entries/entry.ts'
import { presentMoment, refuseLocked, requireMayWrite } from './entries/guards.ts'
import { keepOverlapPolicy, type OverlapPolicy, policyFor } from './entries/make-room.ts'
import { findPlace, findTags } from './entries/place.ts'
import { entryEvent, insertEntry, writeEntry } from './entries/store.ts'
import { type EntryFields, newColumns, type WireRules } from './entries/columns.ts'
import { emit } from './events.ts'
import { brokenSeconds, clippedBreak } from './rules/duration.ts'
import { wholeSeconds } from './rules/local-time.ts'

/** One's running timer, in whichever workspace it runs. */
export async function findTimer(ctx: Ctx): Promise<Entry | undefined> {
  requireScope(ctx, 'read:time_entries')
  return ownRunningEntry(ctx)
}

export type TimerStart = EntryFields &
  WireRules & {
    started_at?: number
    overlap?: OverlapPolicy
    /** What becomes of a timer that runs: it ends where the new one starts, or now, or the new one is refused. */
    whenRunning?: 'stop_at_start' | 'stop_now' | 'refuse'
  }

/** Starts a timer. There is one for each person, so the one that runs is stopped first. */
export async function startTimer(
  ctx: Ctx,
  input: TimerStart,
): Promise<{ started: Entry; stopped: Entry | null }> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const { userId } = actingUser(ctx)
    await lockUser(ctx, userId)
    const place = await findPlace(ctx, input, undefined)
    requireMayWrite(ctx, place.membership, { ownerId: userId })
    const started_at = presentMoment(ctx, 'started_at', input.started_at)
    const columns = await newColumns(ctx, {
      ...input,
      ownerId: userId,
      place,
      source: 'timer',
      started_at,
      ended_at: null,
    })
    refuseLocked(columns, place.membership, { isFreezing: false })
    await refuseClosedWeek(ctx, columns)

    const running = await runningEntryOf(ctx, userId)
    if (running && input.whenRunning === 'refuse')
      throw conflict('timer_running', 'A timer is already running.')
    const stopAt =
      input.whenRunning === 'stop_now' || !running || started_at < running.started_at ? ctx.now : started_at
    // Another process's clock may be ahead of ours, and requests get their turn in another order than they came.
    const stopped = running
      ? await stop(ctx, running, Math.max(wholeSeconds(stopAt), running.started_at))
      : null

    const range = { start: started_at, end: ctx.now }
    await keepOverlapPolicy(ctx, {
      ownerId: userId,
      range,
      policy: policyFor(place.membership, input.overlap),
    })
    const started = await insertEntry(ctx, columns, {
      tagIds: await findTags(ctx, columns.workspace_id, input),
    })
    await emit(ctx, entryEvent('entry.started', null, started))
    return { started, stopped: stopped && isInReach(ctx, stopped) ? stopped : null }
  })
}

/** When a timer ends, and the workspace it has to run in, where that matters. */
export type TimerStop = { ended_at?: number; workspace_id?: number }

/** Stops one's timer, now or at a moment after its start. An open pause ends with it. */
export async function stopTimer(ctx: Ctx, input: TimerStop = {}): Promise<Entry> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const running = await ownRunning(ctx, input.workspace_id)
    const endedAt = presentMoment(ctx, 'ended_at', input.ended_at)
    if (endedAt < running.started_at) {
      if (input.ended_at !== undefined) throw invalid('ended_at', 'The end lies before the start.')
    }
    return stop(ctx, running, Math.max(endedAt, running.started_at))
  })
}

/** Stops a person's timer where they may not go on: in a workspace they leave, or everywhere when switched off. */
export async function stopTimerIn(ctx: Ctx, userId: number, workspaceId: number | null): Promise<void> {
  await lockUser(ctx, userId)
  const running = await runningEntryOf(ctx, userId)
  if (!running || (workspaceId !== null && running.workspace_id !== workspaceId)) return
  await stop(ctx, running, Math.max(wholeSeconds(ctx.now), running.started_at))
}

/** Interrupts one's timer: it keeps running, and the time until it is resumed counts as a break. */
export async function pauseTimer(ctx: Ctx): Promise<Entry> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const running = await ownRunning(ctx)
    if (running.paused_at !== null) throw conflict('already_paused', 'The timer is already paused.')
    const after = await writeEntry(ctx, running, {
      paused_at: Math.max(wholeSeconds(ctx.now), running.started_at),
    })
    await emit(ctx, entryEvent('entry.updated', running, after))
    return after
  })
}

/** Goes on with a paused timer. */
export async function resumeTimer(ctx: Ctx): Promise<Entry> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const running = await ownRunning(ctx)
    if (running.paused_at === null) throw conflict('not_paused', 'The timer is not paused.')
    const pausedSeconds = Math.max(0, (wholeSeconds(ctx.now) - running.paused_at) / 1000)
    const after = await writeEntry(ctx, running, {
      paused_at: null,
      break_seconds: running.break_seconds + pausedSeconds,
    })
    await emit(ctx, entryEvent('entry.updated', running, after))
    return after
  })
}

/** One's running entry, held for writing; refused where none runs, or not in the workspace, or one may only look. */
async function ownRunning(ctx: Ctx, workspaceId?: number): Promise<Entry> {
  const { userId } = actingUser(ctx)
  await lockUser(ctx, userId)
  const running = await runningEntryOf(ctx, userId)
  const isThere = workspaceId === undefined || running?.workspace_id === workspaceId
  if (!running || !isThere || !isInReach(ctx, running))
    throw conflict('nothing_running', 'No timer is running.')
  requireMayWrite(ctx, await membershipIn(ctx, running.workspace_id), { ownerId: userId })
  return running
}

/** A key that is bound to a workspace knows nothing of what runs in another. */
function isInReach(ctx: Ctx, entry: Entry): boolean {
  const { workspaceId } = actingUser(ctx)
  return workspaceId === null || entry.workspace_id === workspaceId
}

async function stop(ctx: Ctx, running: Entry, endedAt: number): Promise<Entry> {
  const span = {
    ...running,
    ended_at: endedAt,
    paused_at: null,
    break_seconds: brokenSeconds(running, endedAt),
  }
  const after = await writeEntry(ctx, running, {
    ended_at: endedAt,
    paused_at: null,
    break_seconds: clippedBreak(span),
  })
  await emit(ctx, entryEvent('entry.stopped', running, after))
  return after
}
