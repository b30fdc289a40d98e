import type { Entry } from '../../../core/entries/entry.ts'
import { isBillable } from '../../../core/rules/billing-status.ts'
import { durationSeconds } from '../../../core/rules/duration.ts'
import { descriptionOf, sentDuration } from './entry-memo.ts'
import { exactTime, listedTime, unixSeconds, writtenTime } from '../values.ts'

/** What the service adds to an entry on request (`meta=true`). */
export type EntryMeta = {
  client_name?: string
  project_name?: string
  project_color?: string
  project_active?: boolean
  project_billable?: boolean
  task_name?: string
  user_name: string
  user_avatar_url: string
}

/** An entry as lists and single reads show it. */
export function toTimeEntry(entry: Entry, now: number, meta?: EntryMeta) {
  return entryIn(listedTime, { entry, duration: durationOf(entry, now), tags: tagsOf(entry), meta })
}

/** An entry as the answer to a write has it: seconds with `Z`, and the duration as it was sent. */
export function toWrittenEntry(entry: Entry, now: number, meta?: EntryMeta) {
  return entryIn(writtenTime, { entry, duration: durationOf(entry, now), tags: tagsOf(entry), meta })
}

/**
 * A new entry: without tags it says null, and what was made without an end or a duration has neither yet, whatever
 * later reads say.
 */
export function toCreatedEntry(entry: Entry, now: number, more: { isOpen: boolean; meta?: EntryMeta }) {
  const none = { tags: null, tag_ids: null }
  const shown = entryIn(writtenTime, {
    entry,
    duration: durationOf(entry, now),
    tags: entry.tags.length > 0 ? tagsOf(entry) : none,
    meta: more.meta,
  })
  return more.isOpen ? { ...shown, stop: null } : shown
}

type Tags = { tags: string[] | null; tag_ids: number[] | null }
type Shown = { entry: Entry; duration: number; tags: Tags; meta: EntryMeta | undefined }

/** The keys in the order the service has them. */
function entryIn(spell: (at: number) => string, { entry, duration, tags, meta }: Shown) {
  return {
    id: entry.id,
    workspace_id: entry.workspace_id,
    project_id: entry.project_id,
    task_id: entry.task_id,
    billable: isBillable(entry.billing_status),
    start: spell(entry.started_at),
    stop: entry.ended_at === null ? null : spell(entry.ended_at),
    duration,
    description: descriptionOf(entry),
    tags: tags.tags,
    tag_ids: tags.tag_ids,
    duronly: true,
    at: exactTime(entry.updated_at),
    server_deleted_at: entry.deleted_at === null ? null : listedTime(entry.deleted_at),
    user_id: entry.user_id,
    uid: entry.user_id,
    wid: entry.workspace_id,
    ...(entry.project_id === null ? {} : { pid: entry.project_id }),
    ...(entry.task_id === null ? {} : { tid: entry.task_id }),
    ...meta,
  }
}

function tagsOf({ tags }: Entry) {
  return { tags: tags.map((tag) => tag.name), tag_ids: tags.map((tag) => tag.id) }
}

/** Seconds; of a running entry the negative number its client sent, or else the start, so that now + duration is right. */
export function durationOf(entry: Entry, now: number): number {
  if (entry.ended_at !== null) return durationSeconds(entry, now)
  return sentDuration(entry) ?? -unixSeconds(entry.started_at)
}
