import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  previewInvitation,
  revokeInvitation,
} from '../core/invitations.ts'
import { listMembers, memberCounts, updateMember } from '../core/members.ts'
import {
  createTeam,
  deleteWorkspace,
  getWorkspace,
  listWorkspaces,
  updateWorkspace,
} from '../core/workspaces.ts'
import type { House } from '../http/house.ts'
import { toInstant, toInvitation, toMember, toMembership, toWorkspace } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

const MemberParams = Type.Object({ id: Shape.Id, member_id: Shape.Id })
const InvitationParams = Type.Object({ id: Shape.Id, invitation_id: Shape.Id })
const LinkParams = Type.Object({ secret: Type.String({ maxLength: 200 }) })

/** Workspaces, who belongs to them, and invitations into them. */
export function workspaceRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listWorkspaces',
    method: 'GET',
    url: '/workspaces',
    summary: 'List one’s workspaces',
    answer: Shape.listOf(Shape.Workspace),
    handle: async (ctx) => ({ data: (await listWorkspaces(ctx)).map(toWorkspace), next_cursor: null }),
  })
  route(app, {
    operationId: 'createWorkspace',
    method: 'POST',
    url: '/workspaces',
    summary: 'Make a team workspace',
    body: Shape.NewWorkspace,
    answer: Shape.Workspace,
    status: 201,
    handle: async (ctx, { body }) =>
      toWorkspace(await createTeam(ctx, { name: body.name, timeZone: body.time_zone ?? house.timeZone })),
  })
  route(app, {
    operationId: 'getWorkspace',
    method: 'GET',
    url: '/workspaces/:id',
    summary: 'Show a workspace',
    params: IdParams,
    answer: Shape.Workspace,
    handle: async (ctx, { params }) => toWorkspace(await getWorkspace(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateWorkspace',
    method: 'PATCH',
    url: '/workspaces/:id',
    summary: 'Change a workspace’s name and rules',
    takesVersion: true,
    params: IdParams,
    body: Shape.WorkspaceChanges,
    answer: Shape.Workspace,
    handle: async (ctx, { params, body, version }) =>
      toWorkspace(await updateWorkspace(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteWorkspace',
    method: 'DELETE',
    url: '/workspaces/:id',
    summary: 'Delete a team workspace',
    params: IdParams,
    handle: (ctx, { params }) => deleteWorkspace(ctx, params.id),
  })

  route(app, {
    operationId: 'listMembers',
    method: 'GET',
    url: '/workspaces/:id/members',
    summary: 'List who belongs to a workspace',
    params: IdParams,
    query: Type.Object(listQuery),
    answer: Shape.listOf(Shape.Member),
    async handle(ctx, { params, query }) {
      const { rows, next } = await listMembers(ctx, params.id, pageFrom(query))
      return { data: rows.map(toMember), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'updateMember',
    method: 'PATCH',
    url: '/workspaces/:id/members/:member_id',
    summary: 'Change a member’s role or details, hand the workspace over, or end the membership',
    takesVersion: true,
    params: MemberParams,
    body: Shape.MemberChanges,
    answer: Shape.Member,
    handle: async (ctx, { params, body, version }) =>
      toMember(
        await updateMember(ctx, { workspaceId: params.id, memberId: params.member_id, version }, body),
      ),
  })
  route(app, {
    operationId: 'endMembership',
    method: 'DELETE',
    url: '/workspaces/:id/members/:member_id',
    summary: 'End a membership; the time stays',
    takesVersion: true,
    params: MemberParams,
    async handle(ctx, { params, version }) {
      await updateMember(
        ctx,
        { workspaceId: params.id, memberId: params.member_id, version },
        { is_active: false },
      )
    },
  })

  route(app, {
    operationId: 'listInvitations',
    method: 'GET',
    url: '/workspaces/:id/invitations',
    summary: 'List the open invitations of a workspace',
    params: IdParams,
    query: Type.Object(listQuery),
    answer: Shape.listOf(Shape.Invitation),
    async handle(ctx, { params, query }) {
      const { rows, next } = await listInvitations(ctx, params.id, pageFrom(query))
      return { data: rows.map(toInvitation), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createInvitation',
    method: 'POST',
    url: '/workspaces/:id/invitations',
    summary: 'Invite an address; the link is mailed, or shown where this server sends no mail',
    params: IdParams,
    body: Shape.NewInvitation,
    answer: Shape.CreatedInvitation,
    status: 201,
    async handle(ctx, { params, body }) {
      const { invitation, secret } = await createInvitation(ctx, params.id, {
        ...body,
        byMail: house.sendsMail,
      })
      return {
        ...toInvitation(invitation),
        url: house.sendsMail ? null : `${house.baseUrl}/invitations/${secret}`,
      }
    },
  })
  route(app, {
    operationId: 'revokeInvitation',
    method: 'DELETE',
    url: '/workspaces/:id/invitations/:invitation_id',
    summary: 'Withdraw an invitation',
    params: InvitationParams,
    handle: (ctx, { params }) => revokeInvitation(ctx, params.id, params.invitation_id),
  })
  route(app, {
    operationId: 'previewInvitation',
    method: 'GET',
    url: '/invitations/:secret',
    summary: 'What an invitation link is for',
    params: LinkParams,
    answer: Shape.InvitationPreview,
    isPublic: true,
    async handle(ctx, { params }) {
      const { invitation, workspaceName, hasAccount } = await previewInvitation(ctx, params.secret)
      return {
        workspace_name: workspaceName,
        email: invitation.email,
        role: invitation.role,
        has_account: hasAccount,
        expires_at: toInstant(invitation.expires_at),
      }
    },
  })
  route(app, {
    operationId: 'acceptInvitation',
    method: 'POST',
    url: '/invitations/:secret/accept',
    summary: 'Join the workspace of an invitation',
    params: LinkParams,
    answer: Shape.Membership,
    async handle(ctx, { params }) {
      const membership = await acceptInvitation(ctx, params.secret)
      const counts = await memberCounts(ctx, [membership])
      return toMembership(membership, counts.get(membership.workspace_id) ?? 1)
    },
  })
}
