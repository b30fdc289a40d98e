import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import { listEntries } from '../../../core/entries/read.ts'
import { deleteEntries } from '../../../core/entries/write.ts'
import { AppError } from '../../../core/errors.ts'
import { setFavourite } from '../../../core/projects/favourites.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { projectMemberCounts } from '../../../core/projects/members.ts'
import { getProject, type Project } from '../../../core/projects/read.ts'
import { deleteProject } from '../../../core/projects/write.ts'
import { taskCounts } from '../../../core/task-lists.ts'
import { entrySpan } from '../../../core/tracked.ts'
import { idAt, workspaceAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { listedTime } from '../values.ts'
import { bodyOf, flagOf, integersOf, queryOf, queryText } from '../wire.ts'
import { asUpdate, operationsOf, patchEach } from './patches.ts'
import { createFrom, updateFrom } from './project-input.ts'
import { projectsAsked } from './project-lists.ts'
import { showProjects } from './projects.ts'

type InWorkspace = { Params: { workspace_id: string } }
type OneProject = { Params: { workspace_id: string; project_id: string } }
type ManyProjects = { Params: { workspace_id: string; project_ids: string } }

export function projectRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/projects',
    { schema: { summary: 'List the projects of a workspace' } },
    async (request) => {
      const membership = await workspaceAt(request)
      return showProjects(request.ctx, await projectsAsked(request.ctx, membership, queryOf(request)))
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/projects',
    { schema: { summary: 'Create a project' } },
    async (request) => {
      const membership = await workspaceAt(request)
      return shown(request.ctx, await createFrom(request.ctx, membership, bodyOf(request)))
    },
  )

  app.get<OneProject>(
    '/workspaces/:workspace_id/projects/:project_id',
    { schema: { summary: 'Show a project' } },
    async (request) => shown(request.ctx, (await projectAt(request)).project),
  )

  app.put<OneProject>(
    '/workspaces/:workspace_id/projects/:project_id',
    { schema: { summary: 'Update a project' } },
    async (request) => {
      const found = await projectAt(request)
      return shown(request.ctx, await updateFrom(request.ctx, found, bodyOf(request)))
    },
  )

  app.patch<ManyProjects>(
    '/workspaces/:workspace_id/projects/:project_ids',
    { schema: { summary: 'Update several projects alike' } },
    async (request) => {
      const { ctx, params, body } = request
      const membership = await workspaceAt(request)
      const update = asUpdate(operationsOf(body, PATCHABLE))
      return patchEach(params.project_ids, async (id) =>
        updateFrom(ctx, { membership, project: await projectIn(ctx, membership, id) }, update),
      )
    },
  )

  app.delete<OneProject>(
    '/workspaces/:workspace_id/projects/:project_id',
    { schema: { summary: 'Delete a project' } },
    async (request) => {
      const { project } = await projectAt(request)
      const mode = queryText(queryOf(request), 'teDeletionMode') ?? 'unassign'
      if (mode !== 'unassign' && mode !== 'delete') throw refused('Invalid teDeletionMode')
      await transact(request.ctx, async (ctx) => {
        if (mode === 'delete') await deleteTimeOf(ctx, project)
        await deleteProject(ctx, { id: project.id })
      })
      return project.id
    },
  )

  besideRoutes(app)
}

const PATCHABLE = [
  'name',
  'active',
  'client_id',
  'cid',
  'color',
  'is_private',
  'billable',
  'estimated_hours',
  'currency',
  'rate',
  'rate_change_mode',
  'start_date',
  'end_date',
]

/** What is asked or marked about projects. */
function besideRoutes(app: FastifyInstance): void {
  app.post<OneProject>(
    '/workspaces/:workspace_id/projects/:project_id/pin',
    { schema: { summary: 'Pin a project, or unpin it' } },
    async (request, reply) => {
      const { project } = await projectAt(request, 'Project not found/accessible')
      await orTooMany(setFavourite(request.ctx, project.id, flagOf(bodyOf(request), 'pin') ?? false))
      return reply.send()
    },
  )

  app.get<OneProject>(
    '/workspaces/:workspace_id/projects/:project_id/statistics',
    { schema: { summary: 'Show when a project was first and last worked on' } },
    async (request) => {
      const { project } = await projectAt(request)
      const span = await entrySpan(request.ctx, project.id)
      return {
        earliest_time_entry: span && listedTime(span.first),
        latest_time_entry: span && listedTime(span.last),
      }
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/projects/task_count',
    { schema: { summary: 'Count the tasks of projects' } },
    async (request) => {
      const ids = await namedProjects(request)
      return byId(ids, await taskCounts(request.ctx, ids))
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/projects/user_count',
    { schema: { summary: 'Count the people of projects' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const ids = await namedProjects(request)
      return byId(ids, await projectMemberCounts(request.ctx, workspaceId, ids))
    },
  )
}

const NO_PROJECT = 'Resource can not be found'

/** The project of the path, in the workspace of the path. */
async function projectAt(
  request: FastifyRequest<OneProject>,
  message = NO_PROJECT,
): Promise<{ membership: Membership; project: Project }> {
  const membership = await workspaceAt(request)
  const id = idAt(request.params.project_id, 'project_id')
  return { membership, project: await orNotFound(projectIn(request.ctx, membership, id), message) }
}

/** A project of this workspace that one may see. */
export async function projectIn(ctx: Ctx, membership: Membership, id: number): Promise<Project> {
  const project = await orNotFound(getProject(ctx, id), NO_PROJECT)
  if (project.workspace_id === membership.workspace_id) return project
  throw inWords('not_found', 'no_such_thing', NO_PROJECT)
}

/** Those of the named projects that one may see in the workspace. */
async function namedProjects(request: FastifyRequest<InWorkspace>): Promise<number[]> {
  const { workspace_id: workspaceId } = await workspaceAt(request)
  const ids = integersOf(bodyOf(request), 'project_ids') ?? []
  if (ids.length > MOST_NAMED) throw refused(`project_ids cannot exceed ${MOST_NAMED} elements.`)
  const page = { offset: 0, limit: MOST_NAMED, by: 'id', order: 'asc' } as const
  const projects = await listProjectsByNumber(request.ctx, { workspaceId, ids }, page)
  return projects.map((project) => project.id)
}

const MOST_NAMED = 200

function byId(ids: readonly number[], counts: ReadonlyMap<number, number>): Record<string, number> {
  return Object.fromEntries(ids.map((id) => [id, counts.get(id) ?? 0]))
}

async function shown(ctx: Ctx, project: Project) {
  const [one] = await showProjects(ctx, [project])
  return one
}

const ENTRIES_AT_ONCE = 1000

/** Deletes what was booked on a project and below it, as the caller asks for instead of leaving it unassigned. */
async function deleteTimeOf(ctx: Ctx, { id, workspace_id: workspaceId }: Project): Promise<void> {
  const filter = { whose: 'everyone', workspaceId, projectIds: [id], withChildren: true } as const
  for (;;) {
    const { rows, next } = await listEntries(ctx, filter, { limit: ENTRIES_AT_ONCE, cursor: null })
    if (rows.length > 0) await deleteEntries(ctx, { ids: rows.map((entry) => entry.id), owner: 'anybody' })
    if (next === null) return
  }
}

async function orTooMany(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'too_many_rows') throw error
    throw inWords('forbidden', 'too_many_rows', 'Cannot pin more projects: Max 100 pins for paid plans')
  }
}
