import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { listClients } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import { listMembers, type Member } from '../../../core/members.ts'
import { listProjects, type Project } from '../../../core/projects/read.ts'
import { nameKey } from '../../../core/rules/names.ts'
import { listTasks } from '../../../core/task-lists.ts'
import type { Workspace } from '../../../core/workspaces.ts'
import { hexOf } from '../colors.ts'
import { refused } from '../errors.ts'
import { listedTime } from '../values.ts'
import { WHOLE } from '../v9/lists.ts'
import { nameOf } from '../v9/members.ts'
import { showProjectUsers } from '../v9/project-users.ts'
import { isBillable } from '../v9/projects.ts'
import { showTasks } from '../v9/tasks.ts'
import { bodyOf, flagOf, type Input, integerOf, textOf } from '../wire.ts'
import { filledBody, idsOf, type ReportPath, reportWorkspace } from './question.ts'

type Finding = 'search' | 'filters'

/** The lists from which people choose what a report is about. To search, the service wants to be told something. */
export function filterRoutes(app: FastifyInstance): void {
  for (const finding of ['search', 'filters'] as const) {
    const verb = finding === 'search' ? 'Search' : 'List'
    const path = `/workspace/:workspace_id/${finding}`
    app.post<ReportPath>(
      `${path}/clients`,
      { schema: { summary: `${verb} clients for a report` } },
      (request) => findClients(request, finding),
    )
    app.post<ReportPath>(
      `${path}/projects`,
      { schema: { summary: `${verb} projects for a report` } },
      (request) => findProjects(request, finding),
    )
    app.post<ReportPath>(`${path}/users`, { schema: { summary: `${verb} people for a report` } }, (request) =>
      findUsers(request, finding),
    )
    app.post<ReportPath>(`${path}/tasks`, { schema: { summary: `${verb} tasks for a report` } }, findTasks)
  }
  app.post<ReportPath>(
    '/workspace/:workspace_id/filters/project_users',
    { schema: { summary: 'List who is on which project' } },
    findProjectUsers,
  )
}

type FilterRequest = FastifyRequest<ReportPath>

function inputOf(request: FilterRequest, finding: Finding): Input {
  return finding === 'search' ? filledBody(request) : bodyOf(request)
}

const MOST_IDS = 2000
const MOST_PEOPLE = 100

/** The ids that are chosen from, which are not many. */
export function fewIds(input: Input, name = 'ids', most = MOST_IDS): number[] | undefined {
  const ids = idsOf(input, name)
  if (ids && ids.length > most) throw refused(`Maximum count of posted IDs is ${most}`)
  return ids
}

async function findClients(request: FilterRequest, finding: Finding) {
  const { workspace_id: workspaceId } = await reportWorkspace(request)
  const input = inputOf(request, finding)
  const filter = { workspaceId, text: textOf(input, 'name') || undefined, ids: fewIds(input) }
  const { rows } = await listClients(request.ctx, filter, WHOLE)
  return fromStart(rows, input).map(({ id, name }) => ({ id, name }))
}

/** Rows from the `start`th on. */
function fromStart<T>(rows: readonly T[], input: Input, size = rows.length): T[] {
  const start = Math.max(0, integerOf(input, 'start') ?? 0)
  return rows.slice(start, start + size)
}

const PAGE_SIZE = 201

async function findProjects(request: FilterRequest, finding: Finding) {
  const { workspace_id: workspaceId, workspace } = await reportWorkspace(request)
  const input = inputOf(request, finding)
  const filter = { workspaceId, text: textOf(input, 'name') || undefined, includeHidden: true }
  const { rows } = await listProjects(request.ctx, filter, WHOLE)
  const isWanted = projectFilter(input, workspace)
  return fromStart(rows.filter(isWanted), input, sizeOf(input)).map((project) => ({
    id: project.id,
    name: project.title,
    client_id: project.client_id,
    color: hexOf(project.color),
    active: project.is_archived === 0,
    currency: workspace.currency,
    billable: isBillable(project, workspace),
  }))
}

function sizeOf(input: Input): number {
  return Math.max(1, integerOf(input, 'page_size') || PAGE_SIZE)
}

function projectFilter(input: Input, workspace: Workspace): (project: Project) => boolean {
  const ids = fewIds(input)
  const clientIds = fewIds(input, 'client_ids')
  const isActive = flagOf(input, 'is_active') ?? undefined
  const isBilled = flagOf(input, 'is_billable') ?? undefined
  const isPrivate = flagOf(input, 'is_private') ?? undefined
  const currency = textOf(input, 'currency')
  const agrees = (wanted: boolean | undefined, is: boolean) => wanted === undefined || wanted === is
  return (project) =>
    (!ids || ids.includes(project.id)) &&
    (!clientIds || clientIds.includes(project.client_id ?? 0)) &&
    agrees(isActive, project.is_archived === 0) &&
    agrees(isBilled, isBillable(project, workspace)) &&
    agrees(isPrivate, project.is_private === 1) &&
    (!currency || currency === workspace.currency)
}

async function findUsers(request: FilterRequest, finding: Finding) {
  const { workspace_id: workspaceId } = await reportWorkspace(request)
  const input = inputOf(request, finding)
  const ids = fewIds(input, 'ids', MOST_PEOPLE)
  const isActive = flagOf(input, 'active') ?? undefined
  const text = nameKey(textOf(input, 'name') ?? '')
  const { rows } = await listMembers(request.ctx, workspaceId, WHOLE)
  const found = rows.filter(
    (member) =>
      (!ids || ids.includes(member.user_id)) &&
      (isActive === undefined || isActive === (member.is_active === 1)) &&
      nameKey(nameOf(member)).includes(text),
  )
  const people = fromStart(found, input)
  return finding === 'search' ? people.map(toUser) : people.map(toUserName)
}

function toUser(member: Member) {
  return {
    id: member.user_id,
    fullname: nameOf(member),
    email: member.email,
    active: member.is_active === 1,
    avatar: null,
    deactivated: member.is_active === 0,
    workspace_user_id: member.id,
  }
}

function toUserName(member: Member) {
  return {
    id: member.user_id,
    name: nameOf(member),
    deleted_at: member.is_active === 1 ? null : listedTime(member.updated_at),
  }
}

async function findTasks(request: FilterRequest) {
  const { workspace_id: workspaceId } = await reportWorkspace(request)
  const input = filledBody(request)
  const people = idsOf(input, 'user_ids')
  const { rows } = await listTasks(
    request.ctx,
    {
      workspaceId,
      ids: fewIds(input),
      projectIds: fewIds(input, 'project_ids'),
      isOpen: flagOf(input, 'active') ?? undefined,
      text: textOf(input, 'name') || undefined,
    },
    WHOLE,
  )
  const found = people ? rows.filter((task) => task.assignee_ids.some((id) => people.includes(id))) : rows
  return showTasks(request.ctx, fromStart(found, input, sizeOf(input)))
}

async function findProjectUsers(request: FilterRequest) {
  const { ctx } = request
  const membership = await reportWorkspace(request)
  const input = filledBody(request)
  const clients = fewIds(input, 'client_ids')
  const named = fewIds(input, 'project_ids')
  const ofClients = clients && (await projectsOf(ctx, membership, clients))
  const projectIds = named && ofClients ? named.filter((id) => ofClients.includes(id)) : (named ?? ofClients)
  const first = integerOf(input, 'start_id') ?? 0
  const people = await showProjectUsers(ctx, membership, { projectIds })
  return people
    .filter(({ id }) => id >= first)
    .map(({ id, group_id, project_id, user_id, rate, labor_cost }) => ({
      id,
      group_id,
      hourly_rate: rate,
      labour_cost: labor_cost,
      project_id,
      user_id,
    }))
}

async function projectsOf(
  ctx: Ctx,
  { workspace_id: workspaceId }: Membership,
  clientIds: readonly number[],
): Promise<number[]> {
  const { rows } = await listProjects(ctx, { workspaceId, includeHidden: true }, WHOLE)
  return rows.flatMap(({ id, client_id }) => (client_id !== null && clientIds.includes(client_id) ? id : []))
}
