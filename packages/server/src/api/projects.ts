import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { listProjectMembers, setProjectMembers } from '../core/projects/members.ts'
import { getProject, listProjects } from '../core/projects/read.ts'
import { createProject, deleteProject, updateProject } from '../core/projects/write.ts'
import { toProject } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Shape.Id),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Words that all occur in the title.' })),
  include_archived: Type.Optional(
    Type.Boolean({ description: 'Also those that are archived, or below an archived one.' }),
  ),
  client_id: Type.Optional(Shape.Id),
  parent_id: Type.Optional(
    Type.Integer({ ...Shape.Id, minimum: 0, description: 'The children of this project; 0 for the roots.' }),
  ),
})

export function projectRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listProjects',
    method: 'GET',
    url: '/projects',
    summary: 'List projects by title',
    query: Query,
    answer: Shape.listOf(Shape.Project),
    async handle(ctx, { query }) {
      const filter = {
        workspaceId: query.workspace_id,
        text: query.q,
        includeHidden: query.include_archived,
        clientId: query.client_id,
        parentId: query.parent_id === 0 ? null : query.parent_id,
      }
      const { rows, next } = await listProjects(ctx, filter, pageFrom(query))
      return { data: rows.map(toProject), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createProject',
    method: 'POST',
    url: '/projects',
    summary: 'Make a project',
    body: Shape.NewProject,
    answer: Shape.Project,
    status: 201,
    handle: async (ctx, { body }) => toProject(await createProject(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'getProject',
    method: 'GET',
    url: '/projects/:id',
    summary: 'Show a project',
    params: IdParams,
    answer: Shape.Project,
    handle: async (ctx, { params }) => toProject(await getProject(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateProject',
    method: 'PATCH',
    url: '/projects/:id',
    summary: 'Change a project, or put it under another parent',
    takesVersion: true,
    params: IdParams,
    body: Shape.ProjectChanges,
    answer: Shape.Project,
    handle: async (ctx, { params, body, version }) =>
      toProject(await updateProject(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteProject',
    method: 'DELETE',
    url: '/projects/:id',
    summary: 'Delete a project and those below it; their time stays, without project',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteProject(ctx, { id: params.id, version }),
  })
  route(app, {
    operationId: 'listProjectMembers',
    method: 'GET',
    url: '/projects/:id/members',
    summary: 'Who is in a project, which for a private one is who sees it',
    params: IdParams,
    answer: Shape.ProjectMembers,
    handle: async (ctx, { params }) => toProjectMembers(await listProjectMembers(ctx, params.id)),
  })
  route(app, {
    operationId: 'setProjectMembers',
    method: 'PUT',
    url: '/projects/:id/members',
    summary: 'Say who is in a project',
    params: IdParams,
    body: Shape.ProjectMembers,
    answer: Shape.ProjectMembers,
    async handle(ctx, { params, body }) {
      const members = body.data.map((each) => ({ userId: each.user_id, isManager: each.is_manager }))
      return toProjectMembers(await setProjectMembers(ctx, params.id, members))
    },
  })
}

function toProjectMembers(members: { user_id: number; is_manager: 0 | 1 }[]) {
  return { data: members.map((each) => ({ user_id: each.user_id, is_manager: each.is_manager === 1 })) }
}
