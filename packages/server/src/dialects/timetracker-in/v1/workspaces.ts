import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { getWorkspace, listWorkspaces } from '../../../core/workspaces.ts'
import { requirePlace } from '../values.ts'
import { showWorkspaces } from '../workspaces.ts'
import { listOf, pageOf } from './pages.ts'

export type InWorkspace = { Params: { workspace_id: string } }

/** The workspace of the path; one that is not the caller's is not found. */
export function placeOf({ ctx, params }: FastifyRequest<InWorkspace>): Promise<Membership> {
  return requirePlace(ctx, params.workspace_id)
}

export function workspaceRoutes(app: FastifyInstance): void {
  app.get('/workspaces', { schema: { summary: 'List the workspaces of the key' } }, async (request) => {
    const page = pageOf(request)
    const { offset, limit } = page.slice
    const places = await listWorkspaces(request.ctx)
    return listOf(
      page,
      places.length,
      await showWorkspaces(request.ctx, places.slice(offset, offset + limit)),
    )
  })

  app.get<InWorkspace>(
    '/workspaces/:workspace_id',
    { schema: { summary: 'Show a workspace' } },
    async (request) => {
      const { workspace_id } = await placeOf(request)
      const place = await getWorkspace(request.ctx, workspace_id)
      return (await showWorkspaces(request.ctx, [place]))[0]
    },
  )
}
