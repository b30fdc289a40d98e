import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { type FlatFilter, type FlatPage, listProjectsByNumber } from '../../../core/projects/list.ts'
import type { Project, ProjectRow } from '../../../core/projects/read.ts'
import type { ProjectPhase } from '../../../core/rules/project-phase.ts'
import { inWords, refused } from '../errors.ts'
import { type Input, queryFlag, queryIds, queryInteger, queryText, queryTristate } from '../wire.ts'
import { numberedPage, sinceOf, WHOLE } from './lists.ts'

const USUAL_PAGE = 151
const MOST_PER_PAGE = 200

/** The projects of a workspace that a query asks for, one numbered page of them. */
export async function projectsAsked(ctx: Ctx, membership: Membership, query: Input): Promise<Project[]> {
  // Nothing is a template here, and nobody is in a group.
  if (queryFlag(query, 'only_templates') || queryIds(query, 'group_ids')) return []
  const { offset, limit } = numberedPage(query, USUAL_PAGE, MOST_PER_PAGE)
  return listProjectsByNumber(ctx, filterOf(membership, query), {
    offset,
    limit,
    ...orderOf(query),
    favouritesFirst: queryFlag(query, 'sort_pinned'),
  })
}

/** Those in use, unless a state is asked for; a sync is told of every change, whatever the state. */
function filterOf({ workspace_id: workspaceId, workspace }: Membership, query: Input): FlatFilter {
  const changedSince = sinceOf(query)
  const phases = phasesOf(query)
  const isFree = changedSince !== undefined || phases !== undefined
  const isActive = queryTristate(query, 'active', isFree ? undefined : true)
  const billable = queryFlag(query, 'billable')
  return {
    workspaceId,
    changedSince,
    phases,
    isArchived: isActive === undefined ? undefined : !isActive,
    text: queryText(query, 'name'),
    ids: queryIds(query, 'project_ids'),
    clientIds: queryIds(query, 'client_ids')?.map((id) => (id === 0 ? null : id)),
    memberIds: queryIds(query, 'user_ids'),
    isMine: queryFlag(query, 'only_me'),
    defaultBillingStatuses: billable === undefined ? undefined : statusesOf(billable, workspace),
  }
}

/** What a project must say to be billable or not; one that says nothing is as its workspace has it. */
function statusesOf(
  billable: boolean,
  { default_billing_status: usual }: Membership['workspace'],
): ProjectRow['default_billing_status'][] {
  const isUsual = (usual === 'billable') === billable
  return [billable ? 'billable' : 'not_billable', ...(isUsual ? [null] : [])]
}

const PHASES: readonly string[] = ['upcoming', 'active', 'ended', 'archived'] satisfies ProjectPhase[]

function phasesOf(query: Input): ProjectPhase[] | undefined {
  const value = query['statuses']
  const words = (Array.isArray(value) ? value : [value]).flatMap((each) =>
    typeof each === 'string' ? each.split(',').filter(Boolean) : [],
  )
  if (words.length === 0) return undefined
  if (!words.every((word) => word === 'deleted' || PHASES.includes(word))) throw refused('Invalid statuses')
  // Checked just above; what is deleted is only told to a sync.
  return words.filter((word) => word !== 'deleted') as ProjectPhase[]
}

function orderOf(query: Input): Pick<FlatPage, 'by' | 'order'> {
  const field = queryText(query, 'sort_field')?.toLowerCase() ?? 'name'
  const by = { name: 'title_key', created_at: 'created_at', id: 'id' } as const
  if (field !== 'name' && field !== 'created_at' && field !== 'id') throw refused('Invalid sort_field')
  return { by: by[field], order: directionOf(query) }
}

/** `ASC` or `DESC`. */
export function directionOf(query: Input): 'asc' | 'desc' {
  const order = queryText(query, 'sort_order')?.toLowerCase() ?? 'asc'
  if (order !== 'asc' && order !== 'desc') throw refused('Invalid sort_order')
  return order
}

/** The projects of all one's workspaces; archived ones on request, and where a sync asks for what has changed. */
export async function myProjects(ctx: Ctx, query: Input): Promise<Project[]> {
  const changedSince = sinceOf(query)
  const asked = queryText(query, 'include_archived')
  // 404 is what the service itself has been seen to answer.
  if (asked !== undefined && asked !== 'true' && asked !== 'false')
    throw inWords('not_found', 'bad_input', 'Invalid include_archived')
  const isAll = asked === undefined ? changedSince !== undefined : asked === 'true'
  const page = { offset: 0, limit: WHOLE.limit, by: 'title_key', order: 'asc' } as const
  return listProjectsByNumber(ctx, { changedSince, isArchived: isAll ? undefined : false }, page)
}

const USUAL_STRETCH = 201

/** The same by stretches, each from an id on. */
export async function myProjectsFrom(ctx: Ctx, query: Input): Promise<Project[]> {
  const changedSince = sinceOf(query)
  const fromId = queryInteger(query, 'start_project_id', 'Invalid start_project_id')
  const { limit } = numberedPage(query, USUAL_STRETCH, WHOLE.limit)
  const filter = { changedSince, fromId, isArchived: changedSince === undefined ? false : undefined }
  return listProjectsByNumber(ctx, filter, { offset: 0, limit, by: 'id', order: 'asc' })
}
