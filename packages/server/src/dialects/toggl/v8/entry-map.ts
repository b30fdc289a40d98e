import type { Entry } from '../../../core/entries/entry.ts'
import { isBillable } from '../../../core/rules/billing-status.ts'
import type { Input } from '../wire.ts'
import { listedTime, writtenTime } from '../values.ts'
import { durationOf } from '../v9/entry-map.ts'
import { descriptionOf } from '../v9/entry-memo.ts'

/** An entry as lists and single reads show it, its tags by name. */
export function toEntry(entry: Entry, now: number) {
  return entryIn(listedTime, entry, now)
}

/** An entry as the answer to a write has it: what was sent as its bounds comes back letter for letter. */
export function toWrittenEntry(entry: Entry, now: number, { start, stop }: Input) {
  const shown = entryIn(writtenTime, entry, now)
  return {
    ...shown,
    start: typeof start === 'string' ? start : shown.start,
    stop: typeof stop === 'string' && shown.stop !== null ? stop : shown.stop,
  }
}

function entryIn(spell: (at: number) => string, entry: Entry, now: number) {
  return {
    id: entry.id,
    guid: guidOf(entry.id),
    wid: entry.workspace_id,
    pid: entry.project_id,
    tid: entry.task_id,
    uid: entry.user_id,
    billable: isBillable(entry.billing_status),
    start: spell(entry.started_at),
    stop: entry.ended_at === null ? null : spell(entry.ended_at),
    duration: durationOf(entry, now),
    description: descriptionOf(entry),
    tags: entry.tags.length > 0 ? entry.tags.map((tag) => tag.name) : null,
    duronly: false,
    at: listedTime(entry.updated_at),
    server_deleted_at: entry.deleted_at === null ? null : listedTime(entry.deleted_at),
  }
}

/** A UUID of version 8, whose contents are ours to choose: the id of the entry, which never changes. */
function guidOf(id: number): string {
  return `00000000-0000-8000-8000-${id.toString(16).padStart(12, '0')}`
}
