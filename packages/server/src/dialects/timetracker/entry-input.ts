import type { Ctx } from '../../core/context.ts'
import type { Entry } from '../../core/entries/entry.ts'
import type { EntryFields } from '../../core/entries/columns.ts'
import { clientsById } from '../../core/clients.ts'
import { findProject } from '../../core/projects/read.ts'
import type { BillingStatus } from '../../core/rules/billing-status.ts'
import { isInvoiced } from '../../core/rules/billing-status.ts'
import { findTask } from '../../core/tasks.ts'
import { fromOneText } from '../../core/rules/one-text.ts'
import { refusal, validation } from './errors.ts'
import { booleanOf, type Input, integerOf, tagsOf, textOf } from './input.ts'
import { momentOf } from './times.ts'

export const CREATED_FIELDS = [
  'user_id',
  'project_id',
  'client_id',
  'task_id',
  'start_time',
  'end_time',
  'break_seconds',
  'notes',
  'tags',
  'billable',
  'paid',
  'invoice_number',
] as const

const LONGEST_NOTES = 5000
const LONGEST_TAGS = 500
const LONGEST_INVOICE_NUMBER = 100

/** When an entry was: what was sent of it. Null means as little as nothing. */
export function timesOf(input: Input, zone: string) {
  const moment = (name: 'start_time' | 'end_time') => {
    const value = input[name]
    return value === undefined || value === null ? undefined : momentOf(value, name, zone)
  }
  const breakSeconds = integerOf(input, 'break_seconds') ?? undefined
  if (breakSeconds !== undefined && breakSeconds < 0)
    throw validation('Validation failed', { break_seconds: ['Must be greater than or equal to 0.'] })
  return { started_at: moment('start_time'), ended_at: moment('end_time'), break_seconds: breakSeconds }
}

/** What an entry says and where it is booked, as far as it was sent. */
export async function fieldsOf(ctx: Ctx, input: Input, before: Entry | undefined): Promise<EntryFields> {
  return {
    ...wordsFrom(input),
    ...(await placeFrom(ctx, input, before)),
    ...billingFrom(input, before),
    tags: tagNames(input),
  }
}

function wordsFrom(input: Input) {
  const notes = textOf(input, 'notes')
  if (notes === undefined || notes === null) return {}
  if (notes.length > LONGEST_NOTES) throw tooLong('notes', LONGEST_NOTES)
  return fromOneText(notes)
}

function tagNames(input: Input): string[] | undefined {
  const tags = tagsOf(input)
  if (tags && tags.join(', ').length > LONGEST_TAGS) throw tooLong('tags', LONGEST_TAGS)
  return tags
}

function tooLong(field: string, longest: number) {
  return validation('Validation failed', { [field]: [`Longer than maximum length ${longest}.`] })
}

/**
 * A project takes the place of a client, and a client that of a project. A task that is named with its project has to
 * belong to it; one that is named alone brings its own project along where the entry has that or none.
 */
async function placeFrom(ctx: Ctx, input: Input, before: Entry | undefined) {
  const projectId = integerOf(input, 'project_id') ?? undefined
  const clientId = integerOf(input, 'client_id') ?? undefined
  const taskId = integerOf(input, 'task_id') ?? undefined
  if (projectId !== undefined && !(await findProject(ctx, projectId))) throw refusal('Invalid project')
  const isForClient = projectId === undefined && clientId !== undefined
  if (isForClient && !(await clientsById(ctx, [clientId])).has(clientId)) throw refusal('Invalid client')
  const project = projectId ?? (isForClient ? undefined : before?.project_id)
  if (taskId !== undefined) await requireTaskOf(ctx, taskId, project ?? undefined)
  if (isForClient) return { project_id: null, task_id: null, client_id: clientId }
  return {
    ...(projectId === undefined ? {} : { project_id: projectId }),
    ...(taskId === undefined ? {} : { task_id: taskId }),
  }
}

async function requireTaskOf(ctx: Ctx, taskId: number, projectId: number | undefined): Promise<void> {
  if (projectId === undefined) throw refusal('Tasks can only be assigned to project-based time entries')
  const task = await findTask(ctx, taskId)
  if (task?.project_id !== projectId) throw refusal('Invalid task for selected project')
}

/**
 * Two flags and an invoice number are what the system knows of billing. Paid time is billable; time that is no longer
 * paid is billable again, and on no invoice.
 */
function billingFrom(input: Input, before: Entry | undefined) {
  const invoice = textOf(input, 'invoice_number') ?? undefined
  if (invoice !== undefined && invoice.length > LONGEST_INVOICE_NUMBER)
    throw tooLong('invoice_number', LONGEST_INVOICE_NUMBER)
  const paid = booleanOf(input, 'paid')
  const status = statusFrom({ paid, billable: booleanOf(input, 'billable') }, before?.billing_status ?? null)
  const isNoLongerPaid = paid === false && before?.billing_status === 'paid'
  return {
    ...(status === undefined ? {} : { billing_status: status }),
    ...(isNoLongerPaid ? { invoice_number: null } : invoice === undefined ? {} : { invoice_number: invoice }),
  }
}

type Flags = { paid: boolean | undefined; billable: boolean | undefined }

function statusFrom({ paid, billable }: Flags, before: BillingStatus | null): BillingStatus | undefined {
  if (paid === true) return 'paid'
  if (paid === false && before === 'paid') return billable === false ? 'not_billable' : 'billable'
  if (billable === undefined) return undefined
  if (!isInvoiced(before)) return billable ? 'billable' : 'not_billable'
  if (!billable) throw refusal('Billed time cannot be made non-billable')
  return undefined
}
