import type { FastifyInstance } from 'fastify'
import { listClients } from '../../../core/clients.ts'
import { projectCounts } from '../../../core/projects/list.ts'
import { listTags } from '../../../core/tags.ts'
import { listWorkspaces } from '../../../core/workspaces.ts'
import { queryOf } from '../wire.ts'
import { toClient } from './clients.ts'
import { sinceOf, WHOLE } from './lists.ts'
import { myProjects, myProjectsFrom } from './project-lists.ts'
import { showProjects } from './projects.ts'
import { toTag } from './tags.ts'
import { myTasks } from './task-routes.ts'
import { showWorkspaces } from './workspaces.ts'

/** What is mine in all workspaces. With `since`, what has changed, and what is gone. */
export function meListRoutes(app: FastifyInstance): void {
  // The short address is in no document; importers call it.
  for (const [url, summary] of [
    ['/me/clients', 'List the clients of all my workspaces'],
    ['/clients', 'List the clients of all my workspaces, at a short address'],
  ] as const)
    app.get(url, { schema: { summary } }, async (request) => {
      const filter = { changedSince: sinceOf(queryOf(request)) }
      return (await listClients(request.ctx, filter, WHOLE)).rows.map(toClient)
    })

  app.get('/me/tags', { schema: { summary: 'List the tags of all my workspaces' } }, async (request) => {
    const filter = { changedSince: sinceOf(queryOf(request)) }
    return (await listTags(request.ctx, filter, WHOLE)).rows.map(toTag)
  })

  app.get(
    '/me/projects',
    { schema: { summary: 'List the projects of all my workspaces' } },
    async (request) => showProjects(request.ctx, await myProjects(request.ctx, queryOf(request))),
  )

  app.get(
    '/me/projects/paginated',
    { schema: { summary: 'List the projects of all my workspaces by stretches' } },
    async (request) => showProjects(request.ctx, await myProjectsFrom(request.ctx, queryOf(request))),
  )

  app.get('/me/tasks', { schema: { summary: 'List the tasks of all my workspaces' } }, async (request) =>
    myTasks(request.ctx, queryOf(request)),
  )

  app.get('/me/workspaces', { schema: { summary: 'List my workspaces' } }, async (request) => {
    const { ctx } = request
    const since = sinceOf(queryOf(request)) ?? 0
    const memberships = (await listWorkspaces(ctx)).filter(({ workspace }) => workspace.updated_at >= since)
    return showWorkspaces(ctx, memberships, await projectCounts(ctx, memberships))
  })

  // Two more addresses that no document has and clients call.
  for (const [url, summary] of [
    ['/workspaces', 'List my workspaces, at a short address'],
    ['/me/all_workspaces', 'List my workspaces, all of them'],
  ] as const)
    app.get(url, { schema: { summary } }, async ({ ctx }) => showWorkspaces(ctx, await listWorkspaces(ctx)))
}
