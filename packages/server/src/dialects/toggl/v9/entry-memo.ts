import type { Entry } from '../../../core/entries/entry.ts'
import { unixSeconds } from '../values.ts'
import { type Input, isRecord } from '../wire.ts'

/**
 * What the service gives back as it was sent and this server would not know any more: whether an entry without a word
 * was called nothing (`""`) or not called at all (null), and how its client says that it runs.
 */
type Memo = { description?: ''; duration?: number }

/** The memo of an entry after a client has sent this; null where there is nothing to remember. */
export function memoAfter(before: Entry | undefined, input: Input): string | null {
  const memo = memoIn(before)
  const { description, duration } = input
  if (description === '') memo.description = ''
  else if (description !== undefined) delete memo.description
  if (typeof duration === 'number') {
    if (duration < 0) memo.duration = Math.trunc(duration)
    else delete memo.duration
  }
  return Object.keys(memo).length > 0 ? JSON.stringify(memo) : null
}

/** How an entry is called: an empty text where that is what its client wrote, and null where nobody wrote anything. */
export function descriptionOf(entry: Entry): string | null {
  return entry.title ?? memoIn(entry).description ?? null
}

/** What a client sent as the duration of its running entry: -1, or the start as a negative number. */
export function sentDuration(entry: Entry): number | undefined {
  const { duration } = memoIn(entry)
  // A start that has moved since makes of the other kind a wrong one.
  return duration === -1 || duration === -unixSeconds(entry.started_at) ? duration : undefined
}

function memoIn(entry: Entry | undefined): Memo {
  const memo: unknown = JSON.parse(entry?.wire_memo ?? '{}')
  if (!isRecord(memo)) return {}
  return {
    ...(memo['description'] === '' ? { description: '' as const } : {}),
    ...(typeof memo['duration'] === 'number' ? { duration: memo['duration'] } : {}),
  }
}
