import type { FastifyInstance } from 'fastify'
import { membershipsOf } from '../../../core/access.ts'
import { getMe } from '../../../core/me.ts'
import { uuidOf, uuidOrNull } from '../ids.ts'
import { isoTime } from '../values.ts'

export function meRoutes(app: FastifyInstance): void {
  app.get('/me', { schema: { summary: 'Show whose key it is' } }, async ({ ctx }) => {
    const me = await getMe(ctx)
    const home = (await membershipsOf(ctx)).find((place) => place.workspace_id === me.default_workspace_id)
    return {
      id: uuidOf('user', me.id),
      name: me.name ?? me.email,
      email: me.email,
      // People have no pictures here.
      avatar: null,
      timezone: me.time_zone,
      // Of a workspace that the key does not reach it says nothing.
      default_workspace_id: uuidOrNull('workspace', home?.workspace_id ?? null),
      created_at: isoTime(me.created_at),
    }
  })
}
