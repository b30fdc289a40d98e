import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { listTags } from '../../../core/tags.ts'
import { listTasks } from '../../../core/task-lists.ts'
import { getWorkspace, listWorkspaces } from '../../../core/workspaces.ts'
import type { House } from '../../../http/house.ts'
import { workspaceAt } from '../access.ts'
import { WHOLE } from '../v9/lists.ts'
import { membersOf, nameOf } from '../v9/members.ts'
import { updateFrom } from '../v9/workspace-routes.ts'
import { listedTime } from '../values.ts'
import { type Input, queryOf, queryTristate } from '../wire.ts'
import { shownClients } from './clients.ts'
import { data, sendList, type Thing, wrapped } from './envelope.ts'
import { inviteRoute } from './invite.ts'
import { askedProjects } from './project-map.ts'
import { projectUsersIn } from './project-users.ts'
import { toListedTag } from './tags.ts'
import { toTasks } from './task-map.ts'
import { toWorkspaces } from './workspace-map.ts'
import { toWorkspaceMember } from './workspace-users.ts'

type InWorkspace = { Params: { workspace_id: string } }

export function workspaceRoutes(app: FastifyInstance, house: House): void {
  app.get('/workspaces', { schema: { summary: 'List my workspaces' } }, async ({ ctx }, reply) =>
    sendList(reply, await toWorkspaces(ctx, await listWorkspaces(ctx))),
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id',
    { schema: { summary: 'Show a workspace' } },
    async (request) => {
      const { workspace_id: id } = await workspaceAt(request)
      return shown(request.ctx, await getWorkspace(request.ctx, id))
    },
  )

  app.put<InWorkspace>(
    '/workspaces/:workspace_id',
    { schema: { summary: 'Update a workspace' } },
    async (request) => {
      const membership = await workspaceAt(request)
      const input = wrapped(request, 'workspace')
      return shown(request.ctx, await updateFrom(request.ctx, membership, input))
    },
  )

  inviteRoute(app, house)
  for (const [name, summary, read] of LISTS)
    app.get<InWorkspace>(`/workspaces/:workspace_id/${name}`, { schema: { summary } }, (request, reply) =>
      listed(request, reply, read),
    )
}

async function shown(ctx: Ctx, membership: Membership) {
  const [one] = await toWorkspaces(ctx, [membership])
  return data(one ?? {})
}

type Read = (ctx: Ctx, membership: Membership, query: Input) => Promise<readonly Thing[]>

/** What a workspace has, each list at a path of its own. */
const LISTS: readonly (readonly [name: string, summary: string, read: Read])[] = [
  ['users', 'List the people of a workspace', usersIn],
  ['workspace_users', 'List the members of a workspace', workspaceUsersIn],
  ['clients', 'List the clients of a workspace', clientsIn],
  ['projects', 'List the projects of a workspace', projectsIn],
  ['project_users', 'List who is in which project', projectUsersIn],
  ['tasks', 'List the tasks of a workspace', tasksIn],
  ['tags', 'List the tags of a workspace', tagsIn],
]

async function listed(request: FastifyRequest<InWorkspace>, reply: FastifyReply, read: Read) {
  const membership = await workspaceAt(request)
  return sendList(reply, await read(request.ctx, membership, queryOf(request)))
}

/** What everybody in a workspace may know of one another. */
async function usersIn(ctx: Ctx, membership: Membership) {
  const members = await membersOf(ctx, membership)
  return members
    .filter((member) => member.is_active === 1)
    .map((member) => ({
      id: member.user_id,
      default_wid: membership.workspace_id,
      email: member.email,
      fullname: nameOf(member),
      at: listedTime(member.updated_at),
      timezone: member.time_zone,
    }))
}

async function workspaceUsersIn(ctx: Ctx, membership: Membership) {
  return (await membersOf(ctx, membership)).map(toWorkspaceMember)
}

function clientsIn(ctx: Ctx, { workspace_id: workspaceId }: Membership) {
  return shownClients(ctx, { workspaceId })
}

function projectsIn(ctx: Ctx, { workspace_id: workspaceId }: Membership, query: Input) {
  return askedProjects(ctx, { workspaceId }, query)
}

/** Those to be done, unless others are asked for. */
async function tasksIn(ctx: Ctx, { workspace_id: workspaceId }: Membership, query: Input) {
  const isOpen = queryTristate(query, 'active', true)
  return toTasks(ctx, (await listTasks(ctx, { workspaceId, isOpen }, WHOLE)).rows)
}

async function tagsIn(ctx: Ctx, { workspace_id: workspaceId }: Membership) {
  return (await listTags(ctx, { workspaceId }, WHOLE)).rows.map(toListedTag)
}
