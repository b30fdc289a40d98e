import type { FastifyInstance } from 'fastify'
import type { House } from '../../../http/house.ts'
import { workspaceAt } from '../access.ts'
import { latestActivity, mostActive } from '../v9/dashboards.ts'
import { withoutNulls } from './envelope.ts'

type InWorkspace = { Params: { workspace_id: string } }

const WEEK_MS = 7 * 24 * 3600 * 1000
/** Whenever it was: the latest are shown however long ago. */
const EVER = 0

export function dashboardRoutes(app: FastifyInstance, house: House): void {
  app.get<InWorkspace>(
    '/dashboard/:workspace_id',
    { schema: { summary: 'Show who has worked most and what was done last' } },
    async (request) => {
      const { ctx } = request
      const membership = await workspaceAt(request)
      const people = await mostActive(house, ctx, { membership, from: ctx.now - WEEK_MS })
      const latest = await latestActivity(ctx, membership.workspace_id, EVER)
      return {
        most_active_user: orNull(people.map(({ user_id, duration }) => ({ user_id, duration }))),
        activity: orNull(latest.map((each) => withoutNulls({ ...each, project_id: each.project_id ?? 0 }))),
      }
    },
  )
}

function orNull<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null
}
