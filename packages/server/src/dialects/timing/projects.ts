import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Membership, membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { childIds, getProject, type Project, projectTree } from '../../core/projects/read.ts'
import { createProject, deleteProject, updateProject } from '../../core/projects/write.ts'
import { groupBy } from '../../core/rules/group-by.ts'
import type { House } from '../../http/house.ts'
import { toProject, toReference } from './map.ts'
import { linkRoot } from './pages.ts'
import { teamOf } from './teams.ts'
import {
  booleanOf,
  colorOf,
  customFieldsOf,
  defaultStatusOf,
  idOf,
  type Input,
  inputOf,
  numberOf,
  projectOf,
  requiredTextOf,
  textOf,
} from './wire.ts'

type IdParams = { Params: { project_id: string } }

export function projectRoutes(app: FastifyInstance, house: House): void {
  app.get('/projects/hierarchy', { schema: { summary: 'List projects as a tree' } }, async (request) => {
    const { ctx } = request
    const projects = await listed(ctx, inputOf(request))
    const memberships = await membershipsOf(ctx)
    const shown = new Set(projects.map((project) => project.id))
    const byParent = groupBy(projects, (project) =>
      project.parent_id !== null && shown.has(project.parent_id) ? project.parent_id : null,
    )
    const below = (parentId: number | null): object[] =>
      (byParent.get(parentId) ?? []).map((project) => toProject(project, memberships, below(project.id)))
    return { data: below(null) }
  })

  app.get('/projects', { schema: { summary: 'List projects' } }, async (request) => {
    const { ctx } = request
    const projects = await listed(ctx, inputOf(request))
    const children = await childIds(ctx, projects)
    const memberships = await membershipsOf(ctx)
    return {
      data: projects.map((project) => toProject(project, memberships, references(children.get(project.id)))),
    }
  })

  app.post('/projects', { schema: { summary: 'Create a project' } }, async (request, reply) => {
    const { ctx } = request
    const input = inputOf(request)
    const parent = await projectOf(ctx, input, 'parent')
    const team = await teamOf(ctx, input)
    const workspaceId = workspaceFor(input, parent ?? undefined, team)
    const project = await createProject(ctx, workspaceId, {
      ...fieldsOf(input),
      title: requiredTextOf(input, 'title'),
      parent_id: parent?.id ?? null,
      managersOnly: true,
    })
    return reply.code(201).send(await shown(house, request, project))
  })

  app.get<IdParams>('/projects/:project_id', { schema: { summary: 'Show a project' } }, async (request) =>
    shown(house, request, await getProject(request.ctx, pathId(request.params.project_id))),
  )

  // PUT and PATCH are the same to Timing: what is left out stays.
  app.route<IdParams>({
    method: ['PUT', 'PATCH'],
    url: '/projects/:project_id',
    schema: { summary: 'Update a project' },
    async handler(request) {
      const { ctx } = request
      const input = inputOf(request)
      const id = pathId(request.params.project_id)
      const title = input['title'] === undefined ? undefined : requiredTextOf(input, 'title')
      return shown(house, request, await updateProject(ctx, { id }, { ...fieldsOf(input), title }))
    },
  })

  app.delete<IdParams>(
    '/projects/:project_id',
    { schema: { summary: 'Delete a project' } },
    async (request, reply) => {
      await deleteProject(request.ctx, { id: pathId(request.params.project_id) })
      return reply.code(204).send()
    },
  )
}

/** The projects of a team, or the private ones; archived ones too, unless the client hides them. */
async function listed(ctx: Ctx, input: Input): Promise<Project[]> {
  const team = await teamOf(ctx, input)
  if (!team) return []
  return projectTree(ctx, {
    workspaceId: team.workspace_id,
    text: textOf(input, 'title') ?? undefined,
    includeHidden: booleanOf(input, 'hide_archived') !== true,
  })
}

function pathId(text: string): number {
  const id = idOf(text, 'projects')
  if (id === undefined) throw notFound('project')
  return id
}

function references(ids: readonly number[] | undefined) {
  return (ids ?? []).map((id) => ({ self: toReference('projects', id) }))
}

/** A child belongs to its parent's team; another one named beside it makes no sense. */
function workspaceFor(input: Input, parent: Project | undefined, team: Membership | undefined): number {
  const isNamed = input['team_id'] !== undefined && input['team_id'] !== null && input['team_id'] !== ''
  if (parent) {
    if (isNamed && team?.workspace_id !== parent.workspace_id) {
      throw invalid('team_id', 'The parent project belongs to another team.')
    }
    return parent.workspace_id
  }
  if (!team) throw invalid('team_id', 'The team id field is required for this key.')
  return team.workspace_id
}

/** What may be set. Parent, children and team cannot be changed, and are ignored when a whole project is sent back. */
function fieldsOf(input: Input) {
  const score = numberOf(input, 'productivity_score')
  if (score !== null && score !== undefined && Math.abs(score) > 1) {
    throw invalid('productivity_score', 'The productivity score field must be between -1 and 1.')
  }
  return {
    color: colorOf(input) ?? undefined,
    productivity_score: score ?? undefined,
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
