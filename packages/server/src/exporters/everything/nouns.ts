import { listApprovals } from '../../core/approvals/read.ts'
import { listClients } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import { listContacts } from '../../core/crm/contacts.ts'
import { listDeals } from '../../core/crm/deals.ts'
import { listLeads } from '../../core/crm/leads.ts'
import { listEntries } from '../../core/entries/read.ts'
import { listMembers } from '../../core/members.ts'
import type { Page, PageOf } from '../../core/page.ts'
import { listProjects } from '../../core/projects/read.ts'
import { listRates } from '../../core/rates.ts'
import { listSavedReports } from '../../core/saved-reports.ts'
import { listTags } from '../../core/tags.ts'
import { listTasks } from '../../core/task-lists.ts'

/** Where to look: one workspace, and there what is one's own or everybody's. */
export type Place = { workspaceId: number; whose: 'mine' | 'everyone' }

/** A kind of things: its verb, which knows who may see what, and the columns that are written of it. */
export type Noun = {
  name: string
  columns: readonly string[]
  list(ctx: Ctx, place: Place, page: Page): Promise<PageOf<Row>>
}

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>

const DATES = ['created_at', 'updated_at'] as const

/** In an order in which what is pointed at comes first. What is not named, such as a search text, stays inside. */
export const NOUNS: readonly Noun[] = [
  noun(
    'members',
    [
      'id',
      'workspace_id',
      'user_id',
      'name',
      'email',
      'role',
      'designation',
      'department',
      'is_active',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listMembers(ctx, workspaceId, page),
  ),
  noun(
    'clients',
    [
      'id',
      'workspace_id',
      'name',
      'type',
      'contact_person',
      'email',
      'phone',
      'address',
      'currency',
      'notes',
      'is_active',
      'custom_fields',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listClients(ctx, { workspaceId }, page),
  ),
  noun(
    'projects',
    [
      'id',
      'workspace_id',
      'parent_id',
      'client_id',
      'title',
      'title_chain',
      'code',
      'notes',
      'color',
      'status',
      'is_archived',
      'archived_at',
      'archive_reason',
      'is_private',
      'productivity_score',
      'default_billing_status',
      'estimate_seconds',
      'starts_on',
      'ends_on',
      'budget_seconds',
      'budget_amount',
      'budget_currency',
      'budget_period',
      'budget_alert_percent',
      'custom_fields',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listProjects(ctx, { workspaceId, includeHidden: true }, page),
  ),
  noun(
    'tasks',
    [
      'id',
      'workspace_id',
      'project_id',
      'name',
      'description',
      'status',
      'priority',
      'assignee_ids',
      'tags',
      'estimate_seconds',
      'due_on',
      'started_at',
      'completed_at',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listTasks(ctx, { workspaceId }, page),
  ),
  noun(
    'tags',
    ['id', 'workspace_id', 'name', 'color', 'description', ...DATES],
    (ctx, { workspaceId }, page) => listTags(ctx, { workspaceId }, page),
  ),
  noun(
    'rates',
    [
      'id',
      'workspace_id',
      'kind',
      'user_id',
      'client_id',
      'project_id',
      'task_id',
      'amount',
      'currency',
      'effective_from',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listRates(ctx, { workspaceId }, page),
  ),
  noun(
    'entries',
    [
      'id',
      'workspace_id',
      'user_id',
      'user_name',
      'user_email',
      'project_id',
      'task_id',
      'client_id',
      'title',
      'notes',
      'tags',
      'started_at',
      'ended_at',
      'paused_at',
      'break_seconds',
      'time_zone',
      'started_on',
      'billing_status',
      'billable_rate',
      'billable_currency',
      'billable_amount',
      'cost_rate',
      'cost_currency',
      'cost_amount',
      'approval_status',
      'invoice_number',
      'source',
      'custom_fields',
      ...DATES,
    ],
    (ctx, { workspaceId, whose }, page) => listEntries(ctx, { workspaceId, whose }, page),
  ),
  noun(
    'approvals',
    [
      'id',
      'workspace_id',
      'entry_id',
      'timesheet_id',
      'level',
      'status',
      'requested_by',
      'request_comment',
      'decided_by',
      'decision_comment',
      'decided_at',
      ...DATES,
    ],
    (ctx, { workspaceId, whose }, page) =>
      listApprovals(ctx, { workspaceId, view: whose === 'mine' ? 'requested' : 'all' }, page),
  ),
  noun(
    'saved-reports',
    ['id', 'workspace_id', 'user_id', 'name', 'question', 'is_shared', ...DATES],
    (ctx, { workspaceId }, page) => listSavedReports(ctx, { workspaceId }, page),
  ),
  noun(
    'contacts',
    [
      'id',
      'workspace_id',
      'client_id',
      'first_name',
      'last_name',
      'email',
      'phone',
      'mobile',
      'title',
      'department',
      'address',
      'notes',
      'is_primary',
      'is_active',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listContacts(ctx, { workspaceId }, page),
  ),
  noun(
    'leads',
    [
      'id',
      'workspace_id',
      'owner_id',
      'first_name',
      'last_name',
      'company_name',
      'email',
      'phone',
      'title',
      'status',
      'source',
      'score',
      'value',
      'currency',
      'notes',
      'tags',
      'converted_at',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listLeads(ctx, { workspaceId }, page),
  ),
  noun(
    'deals',
    [
      'id',
      'workspace_id',
      'owner_id',
      'client_id',
      'contact_id',
      'lead_id',
      'name',
      'description',
      'stage',
      'status',
      'value',
      'currency',
      'probability',
      'expected_close_on',
      'closed_on',
      'loss_reason',
      'notes',
      ...DATES,
    ],
    (ctx, { workspaceId }, page) => listDeals(ctx, { workspaceId }, page),
  ),
]

/** A kind of things reads as one line: what it is called, what is told, where from. */
function noun<R extends object>(
  name: string,
  columns: readonly (keyof R & string)[],
  list: (ctx: Ctx, place: Place, page: Page) => Promise<PageOf<R>>,
): Noun {
  // Rows of every kind are read by the names of their columns, which are checked above.
  return { name, columns, list: list as unknown as Noun['list'] }
}
