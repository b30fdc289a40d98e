import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Membership, membershipsOf } from '../../core/access.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { childIds, getProject, type Project, projectTree } from '../../core/projects/read.ts'
import { createProject, deleteProject, updateProject } from '../../core/projects/write.ts'
import { groupBy } from '../../core/rules/group-by.ts'
import type { House } from '../../http/house.ts'
import { toProject, toReference } from './map.ts'
import { linkRoot } from './pages.ts'
import { idOf, projectOf } from './lookup.ts'
import { teamOf } from './teams.ts'
import {
  booleanOf,
  type Call,
  colorOf,
  customFieldsOf,
  defaultStatusOf,
  type Input,
  numberOf,
  readCall,
  refuseEmpty,
  requiredTextOf,
  searchOf,
  textOf,
  valueOf,
} from './wire.ts'

type IdParams = { Params: { project_id: string } }

export function projectRoutes(app: FastifyInstance, house: House): void {
  app.get('/projects/hierarchy', { schema: { summary: 'List projects as a tree' } }, async (request) => ({
    data: nested(await listed(readCall(request)), await membershipsOf(request.ctx)),
  }))

  app.get('/projects', { schema: { summary: 'List projects' } }, async (request) => {
    const { ctx } = request
    const projects = await listed(readCall(request))
    const children = await childIds(ctx, projects)
    const memberships = await membershipsOf(ctx)
    return {
      data: projects.map((each) => toProject(each, memberships, references(children.get(each.id)))),
    }
  })

  app.post('/projects', { schema: { summary: 'Create a project' } }, async (request, reply) => {
    const { ctx, input } = readCall(request)
    const title = requiredTextOf(input, 'title')
    const parent = (await projectOf(ctx, input, 'parent')) ?? undefined
    const workspaceId = workspaceFor(input, parent, await teamOf(ctx, input))
    const fields = { ...fieldsOf(input), title, parent_id: parent?.id ?? null, managersOnly: true }
    const project = await createProject(ctx, workspaceId, fields)
    return reply.code(201).send(await shown(house, request, project))
  })

  app.get<IdParams>('/projects/:project_id', { schema: { summary: 'Show a project' } }, async (request) =>
    shown(house, request, await getProject(request.ctx, pathId(request))),
  )

  // PUT and PATCH are the same to Timing: what is left out stays.
  app.route<IdParams>({
    method: ['PUT', 'PATCH'],
    url: '/projects/:project_id',
    schema: { summary: 'Update a project' },
    async handler(request) {
      const { ctx, input } = readCall(request)
      refuseEmpty(input, 'title', 'color', 'productivity_score')
      const changes = { ...fieldsOf(input), title: textOf(input, 'title') ?? undefined }
      return shown(house, request, await updateProject(ctx, { id: pathId(request) }, changes))
    },
  })

  app.delete<IdParams>(
    '/projects/:project_id',
    { schema: { summary: 'Delete a project' } },
    async (request, reply) => {
      await deleteProject(request.ctx, { id: pathId(request) })
      return reply.code(204).send()
    },
  )
}

function pathId({ params }: FastifyRequest<IdParams>): number {
  const id = idOf(params.project_id, 'projects')
  if (id === undefined) throw notFound('project')
  return id
}

/** The projects of a team, or the private ones; archived ones too, unless the client hides them. */
async function listed({ ctx, input }: Call): Promise<Project[]> {
  const text = searchOf(input, 'title')
  const includeHidden = booleanOf(input, 'hide_archived') !== true
  const team = await teamOf(ctx, input)
  return team ? projectTree(ctx, { workspaceId: team.workspace_id, text, includeHidden }) : []
}

/** Projects with their children in them; one whose parent is not among them stands at the root. */
function nested(projects: readonly Project[], memberships: readonly Membership[]): object[] {
  const known = new Set(projects.map((project) => project.id))
  const byParent = groupBy(projects, ({ parent_id: parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  )
  const below = (parentId: number | null): object[] =>
    (byParent.get(parentId) ?? []).map((project) => toProject(project, memberships, below(project.id)))
  return below(null)
}

function references(ids: readonly number[] | undefined) {
  return (ids ?? []).map((id) => ({ self: toReference('projects', id) }))
}

/** A child belongs to its parent's team; another one named beside it makes no sense. */
function workspaceFor(input: Input, parent: Project | undefined, team: Membership | undefined): number {
  if (!parent) {
    // A key that is bound to a team has no personal workspace.
    if (!team) throw invalid('team_id', 'The team id field is required for this key.')
    return team.workspace_id
  }
  const named = valueOf(input, 'team_id')
  if (named !== undefined && named !== null && team?.workspace_id !== parent.workspace_id) {
    throw invalid('team_id', 'The parent project belongs to another team.')
  }
  return parent.workspace_id
}

/** What may be set. Parent, children and team cannot be changed, and are ignored when a whole project is sent back. */
function fieldsOf(input: Input) {
  const score = numberOf(input, 'productivity_score') ?? undefined
  if (score !== undefined && Math.abs(score) > 1) {
    throw invalid('productivity_score', 'The productivity score field must be between -1 and 1.')
  }
  return {
    color: colorOf(input) ?? undefined,
    productivity_score: score,
    is_archived: booleanOf(input, 'is_archived'),
    notes: textOf(input, 'notes'),
    default_billing_status: defaultStatusOf(input),
    custom_fields: customFieldsOf(input),
  }
}

async function shown(house: House, request: FastifyRequest, project: Project) {
  const { ctx } = request
  const children = await childIds(ctx, [project])
  const self = toReference('projects', project.id)
  return {
    data: toProject(project, await membershipsOf(ctx), references(children.get(project.id))),
    links: { 'time-entries': `${linkRoot(house, request)}/time-entries?project[]=${self}` },
  }
}
