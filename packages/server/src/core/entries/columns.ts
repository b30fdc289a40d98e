import type { BillingStatus, DefaultBillingStatus, EntrySource } from '../../db/schema.ts'
import { activeMember } from '../access.ts'
import type { Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import { resolveBillingStatus } from '../rules/billing-status.ts'
import type { CustomFieldChanges } from '../rules/custom-fields.ts'
import { clippedBreak } from '../rules/duration.ts'
import { localDay, wholeSeconds } from '../rules/local-time.ts'
import { searchText } from '../rules/names.ts'
import { mergedCustomFields, optionalLines, optionalText } from '../text.ts'
import type { Entry } from './entry.ts'
import { presentMoment, requireOrder } from './guards.ts'
import type { OverlapPolicy } from './make-room.ts'
import type { Place, PlaceFields, TagChange } from './place.ts'
import type { EntryColumns } from './store.ts'

/** What an entry says, beside when it was. */
export type EntryFields = PlaceFields & {
  title?: string | null
  notes?: string | null
  billing_status?: BillingStatus | null
  tag_ids?: readonly number[]
  /** Tags by name; those that do not exist are made. */
  tags?: readonly string[]
  /** Whether the tags that are named are to be all there are, come to those there are, or go from them. */
  tag_change?: TagChange
  custom_fields?: CustomFieldChanges
  /** What the wire wants to read again as it is; see the column. */
  wire_memo?: string | null
  /** The invoice that billed it, as people write its number. */
  invoice_number?: string | null
}

/** What a wire adds to every write, as its documents say. */
export type WireRules = {
  /** The billing status of a new entry that nothing else decides. */
  lastWord?: DefaultBillingStatus
  /** Refuse an entry that has neither title nor project. */
  needsTitleOrProject?: boolean
}

const LONGEST_TITLE = 3000
const LONGEST_NOTES = 10_000
const LONGEST_INVOICE_NUMBER = 100
type NewColumns = EntryFields &
  WireRules & {
    ownerId: number
    place: Place
    source: EntrySource
    started_at: number
    ended_at: number | null
    break_seconds?: number
  }

/** The columns of a new entry: the owner's zone and local day, and the status that applies. */
export async function newColumns(ctx: Ctx, input: NewColumns): Promise<EntryColumns> {
  const { place, ownerId } = input
  const { workspace } = place.membership
  const owner = await activeMember(ctx, workspace.id, ownerId)
  const started_at = wholeSeconds(input.started_at)
  const ended_at = input.ended_at === null ? null : wholeSeconds(input.ended_at)
  if (ended_at !== null) requireOrder(started_at, ended_at)
  const title = optionalText('title', input.title ?? null, LONGEST_TITLE)
  const notes = optionalLines('notes', input.notes ?? null, LONGEST_NOTES)
  requireTitleOrProject(input, title, place.project !== null)
  return {
    workspace_id: workspace.id,
    user_id: ownerId,
    project_id: place.project?.id ?? null,
    task_id: place.task_id,
    client_id: place.client_id,
    title,
    notes,
    search_text: searchText(title, notes),
    started_at,
    ended_at,
    paused_at: null,
    break_seconds: clippedBreak({
      started_at,
      ended_at,
      paused_at: null,
      break_seconds: input.break_seconds ?? 0,
    }),
    time_zone: owner.time_zone,
    started_on: localDay(started_at, owner.time_zone),
    billing_status: resolveBillingStatus({
      explicit: input.billing_status,
      project: place.project?.default_billing_status,
      workspace: workspace.default_billing_status,
      user: owner.default_billing_status,
      lastWord: input.lastWord ?? 'billable',
    }),
    custom_fields: mergedCustomFields('{}', input.custom_fields),
    source: input.source,
    via_wire: ctx.via.wire,
    via_client: ctx.via.client,
    wire_memo: input.wire_memo ?? null,
    invoice_number: optionalText('invoice_number', input.invoice_number ?? null, LONGEST_INVOICE_NUMBER),
  }
}

/** Refuses an entry that says nothing, on the wires that ask for a title or a project. */
export function requireTitleOrProject(rules: WireRules, title: string | null, hasProject: boolean): void {
  if (!rules.needsTitleOrProject || title !== null || hasProject) return
  const message = 'An entry needs a title or a project.'
  throw new AppError('invalid', 'bad_input', message, { fields: { title: message, project: message } })
}

export type EntryChanges = EntryFields &
  WireRules & {
    started_at?: number
    /** Null lets a finished entry run again. */
    ended_at?: number | null
    break_seconds?: number
    overlap?: OverlapPolicy
  }

/** The columns of an entry that the changes touch, but for where it is booked. */
export function changedColumns(ctx: Ctx, before: Entry, changes: EntryChanges) {
  const title =
    changes.title === undefined ? before.title : optionalText('title', changes.title, LONGEST_TITLE)
  const notes =
    changes.notes === undefined ? before.notes : optionalLines('notes', changes.notes, LONGEST_NOTES)
  const time = changedTime(ctx, before, changes)
  return {
    title,
    notes,
    search_text: searchText(title, notes),
    ...time,
    started_on:
      time.started_at === before.started_at ? before.started_on : localDay(time.started_at, before.time_zone),
    billing_status: changes.billing_status === undefined ? before.billing_status : changes.billing_status,
    custom_fields: mergedCustomFields(before.custom_fields, changes.custom_fields),
    wire_memo: changes.wire_memo === undefined ? before.wire_memo : changes.wire_memo,
    invoice_number:
      changes.invoice_number === undefined
        ? before.invoice_number
        : optionalText('invoice_number', changes.invoice_number, LONGEST_INVOICE_NUMBER),
  }
}

function changedTime(ctx: Ctx, before: Entry, changes: EntryChanges) {
  const ended_at =
    changes.ended_at === undefined
      ? before.ended_at
      : changes.ended_at === null
        ? null
        : wholeSeconds(changes.ended_at)
  const isRunning = ended_at === null
  const startsRunning = isRunning && (changes.started_at !== undefined || before.ended_at !== null)
  const wanted = changes.started_at ?? before.started_at
  const started_at = startsRunning ? presentMoment(ctx, 'started_at', wanted) : wholeSeconds(wanted)
  if (ended_at !== null) requireOrder(started_at, ended_at)
  const wasPaused = before.paused_at !== null
  const paused_at = isRunning && wasPaused ? Math.max(before.paused_at ?? 0, started_at) : null
  const pausedSeconds = !isRunning && wasPaused ? Math.max(0, (ended_at - (before.paused_at ?? 0)) / 1000) : 0
  const break_seconds = (changes.break_seconds ?? before.break_seconds) + pausedSeconds
  return {
    started_at,
    ended_at,
    paused_at,
    break_seconds: clippedBreak({ started_at, ended_at, paused_at, break_seconds }),
  }
}
