import type { FastifyInstance, FastifyRequest } from 'fastify'
import { transact } from '../../../core/context.ts'
import { notFound } from '../../../core/errors.ts'
import { findMember, type Member } from '../../../core/members.ts'
import { workspaceById } from '../access.ts'
import { changeMember, endMembership, toWorkspaceUser } from '../v9/members.ts'
import { pathId } from '../wire.ts'
import { data, sendJson, wrapped } from './envelope.ts'

type OneMember = { Params: { workspace_user_id: string } }

export function workspaceUserRoutes(app: FastifyInstance): void {
  app.put<OneMember>(
    '/workspace_users/:workspace_user_id',
    { schema: { summary: 'Make a member an administrator, or an ordinary one' } },
    async (request) => {
      const before = await memberAt(request)
      const { admin } = wrapped(request, 'workspace_user')
      return transact(request.ctx, async (ctx) => {
        const membership = await workspaceById(ctx, before.workspace_id)
        await changeMember(ctx, { membership, member: before }, { admin })
        return data(toWorkspaceMember((await findMember(ctx, before.id)) ?? before))
      })
    },
  )

  app.delete<OneMember>(
    '/workspace_users/:workspace_user_id',
    { schema: { summary: 'Take a member out of a workspace' } },
    async (request, reply) => {
      const member = await memberAt(request)
      await endMembership(request.ctx, member)
      return sendJson(reply, [member.id])
    },
  )
}

async function memberAt({ ctx, params }: FastifyRequest<OneMember>): Promise<Member> {
  const member = await findMember(ctx, pathId(params.workspace_user_id) ?? 0)
  if (!member) throw notFound('member')
  return member
}

/** A member as this version shows them. */
export function toWorkspaceMember(member: Member) {
  const { id, uid, wid, admin, active, email, at, name } = toWorkspaceUser(member)
  return { id, uid, wid, admin, active, email, at, name }
}
