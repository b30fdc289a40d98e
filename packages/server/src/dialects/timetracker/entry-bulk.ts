import type { FastifyInstance } from 'fastify'
import { actingUser, type Ctx } from '../../core/context.ts'
import { canManage, type Membership } from '../../core/access.ts'
import { type Entry, loadEntries, visibleEntries } from '../../core/entries/entry.ts'
import type { EntryFields } from '../../core/entries/columns.ts'
import { deleteEntries, updateEntries } from '../../core/entries/write.ts'
import { isInvoiced } from '../../core/rules/billing-status.ts'
import { refusal, validation } from './errors.ts'
import { bodyOf, type Input } from './input.ts'
import { route } from './route.ts'

const ACTIONS = ['delete', 'set_billable', 'set_paid', 'add_tag', 'remove_tag'] as const
type Action = (typeof ACTIONS)[number]

const MOST_IDS = 1000

/** One change to many entries: all of those that are there, or none. Running ones are left alone. */
export function entryBulkRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'POST',
    url: '/time-entries/bulk',
    summary: 'Delete many time entries, or change them alike',
    scope: 'write:time_entries',
    async handle({ ctx, place, request }) {
      const input = bodyOf(request)
      const ids = idsOf(input)
      const action = ACTIONS.find((each) => each === input['action'])
      if (!action) throw refusal('Unsupported action')
      const entries = await finished(ctx, place, ids)
      await apply(ctx, { action, value: input['value'], entries })
      return { success: true, affected: entries.length }
    },
  })
}

function idsOf(input: Input): number[] {
  const ids = input['entry_ids']
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_IDS) {
    throw validation('Invalid entry_ids', { entry_ids: ['Invalid entry_ids'] })
  }
  if (!ids.every(Number.isSafeInteger)) {
    throw validation('All entry ids must be integers', { entry_ids: ['All entry ids must be integers'] })
  }
  return ids
}

async function finished(ctx: Ctx, { role }: Membership, ids: readonly number[]): Promise<Entry[]> {
  const found = await loadEntries(
    ctx,
    (await visibleEntries(ctx, 'everyone')).where('entry.id', 'in', [...ids]),
  )
  if (found.length === 0) throw refusal('No entries found', { status: 404, code: 'not_found' })
  const me = actingUser(ctx).userId
  if (!canManage(role) && found.some((entry) => entry.user_id !== me))
    throw refusal('Access denied for one or more entries', { status: 403, code: 'forbidden' })
  const stopped = found.filter((entry) => entry.ended_at !== null)
  if (stopped.length > 0) return stopped
  throw refusal(
    'No entries were updated; active (running) time entries cannot be changed with this bulk action',
  )
}

type Change = { action: Action; value: unknown; entries: readonly Entry[] }

async function apply(ctx: Ctx, { action, value, entries }: Change): Promise<void> {
  const idsOf = (some: readonly Entry[]) => some.map((entry) => entry.id)
  const owner = 'anybody' as const
  if (action === 'delete') return deleteEntries(ctx, { ids: idsOf(entries), owner })
  if (action === 'set_billable' && !isTrue(value) && entries.some((each) => isInvoiced(each.billing_status)))
    throw refusal('Billed time cannot be made non-billable')
  // What is billed already is billable, and what was never paid is not unpaid by this.
  const touched = entries.filter(({ billing_status: status }) =>
    action === 'set_billable'
      ? !isInvoiced(status)
      : action !== 'set_paid' || isTrue(value) || status === 'paid',
  )
  if (touched.length > 0) await updateEntries(ctx, { ids: idsOf(touched), owner }, fieldsOf(action, value))
}

/** Anything but nothing is true, as the system has it; here the word `false` is not. */
function isTrue(value: unknown): boolean {
  return Boolean(value) && value !== 'false'
}

function fieldsOf(action: Exclude<Action, 'delete'>, value: unknown): EntryFields {
  if (action === 'set_billable') return { billing_status: isTrue(value) ? 'billable' : 'not_billable' }
  if (action === 'set_paid')
    return isTrue(value) ? { billing_status: 'paid' } : { billing_status: 'billable', invoice_number: null }
  const tag = typeof value === 'string' ? value.trim() : ''
  if (tag === '') throw refusal('Tag value is required')
  return { tags: [tag], tag_change: action === 'add_tag' ? 'add' : 'remove' }
}
