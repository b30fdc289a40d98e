import type { FastifyInstance } from 'fastify'
import { type Ctx, transact } from '../../../core/context.ts'
import {
  acceptInvitation,
  createInvitation,
  declineInvitation,
  listInvitations,
  type NewInvitation,
  previewInvitation,
  revokeInvitation,
} from '../../../core/invitations.ts'
import { getUserById } from '../../../core/me.ts'
import type { House } from '../../../http/house.ts'
import { organizationAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { bodyOf, flagOf, type Input, isRecord, pathId, textsOf } from '../wire.ts'
import { WHOLE } from './lists.ts'
import { roleNamed } from './roles.ts'
import { refuseUncarried } from './uncarried.ts'

type InOrganization = { Params: { organization_id: string } }
type OneInvitation = { Params: { organization_id: string; invitation_id: string } }
type ByCode = { Params: { invitation_code: string } }

/** Invitations: what the service calls the code of one is the secret of its link. */
export function invitationRoutes(app: FastifyInstance, house: House): void {
  app.post<InOrganization>(
    '/organizations/:organization_id/invitations',
    { schema: { summary: 'Invite people into an organization' } },
    async (request) => {
      const { workspace_id: workspaceId } = await organizationAt(request)
      const body = bodyOf(request)
      const invited = invitedOf(body, workspaceId)
      const byMail = house.sendsMail && !flagOf(body, 'skip_email')
      return transact(request.ctx, async (ctx) => {
        const data = []
        for (const { email, role } of invited) {
          const made = await createInvitation(ctx, workspaceId, { email, role, byMail })
          data.push(
            toInvitation(made.invitation, byMail ? null : `${house.baseUrl}/invitations/${made.secret}`),
          )
        }
        return { data, messages: [] }
      })
    },
  )

  app.put<OneInvitation>(
    '/organizations/:organization_id/invitations/:invitation_id/resend',
    { schema: { summary: 'Send an invitation again, with a new link' } },
    async (request, reply) => {
      const { workspace_id: workspaceId } = await organizationAt(request)
      const id = pathId(request.params.invitation_id) ?? 0
      await resend(request.ctx, { workspaceId, id, sendsMail: house.sendsMail })
      return reply.send()
    },
  )

  app.get<ByCode>(
    '/invitations/:invitation_code',
    { config: { isPublic: true }, schema: { summary: 'Show what an invitation is for' } },
    async ({ ctx, params }) => {
      const code = params.invitation_code
      const found = await orNotFound(previewInvitation(ctx, code), 'Invitation not found')
      const sender = await getUserById(ctx, found.invitation.invited_by)
      return {
        accounts_signup_url: `${house.baseUrl}/invitations/${code}`,
        code,
        email: found.invitation.email,
        organization_id: found.invitation.workspace_id,
        organization_name: found.workspaceName,
        sender_email: sender.email,
        sender_name: sender.name ?? sender.email,
        sso: false,
      }
    },
  )

  app.post<ByCode>(
    '/organizations/invitations/:invitation_code/accept',
    { schema: { summary: 'Accept an invitation' } },
    async ({ ctx, params }, reply) => {
      await orNotFound(acceptInvitation(ctx, params.invitation_code), 'Invalid invitation code')
      return reply.send()
    },
  )

  app.post<ByCode>(
    '/organizations/invitations/:invitation_code/reject',
    { schema: { summary: 'Turn an invitation down' } },
    async ({ ctx, params }, reply) => {
      await orNotFound(declineInvitation(ctx, params.invitation_code), 'Invalid invitation code')
      return reply.send()
    },
  )
}

type Invitation = Awaited<ReturnType<typeof createInvitation>>['invitation']

/** Whether the address has an account is not for the inviter to know, so nobody stands for its recipient. */
function toInvitation(invitation: Invitation, url: string | null) {
  return {
    invitation_id: invitation.id,
    email: invitation.email,
    organization_id: invitation.workspace_id,
    invite_url: url,
    recipient_id: null,
    sender_id: invitation.invited_by,
    workspaces: [{ workspace_id: invitation.workspace_id, user_id: null, workspace_user_id: null }],
  }
}

const MOST_AT_ONCE = 100
const EMAIL = /^[^\s@]+@[^\s@]+$/

function invitedOf(body: Input, workspaceId: number): { email: string; role: NewInvitation['role'] }[] {
  refuseUncarried(body, ['groups', 'project_invite'])
  const emails = textsOf(body, 'emails') ?? []
  if (emails.length === 0) throw refused('at least one email is required')
  if (emails.length > MOST_AT_ONCE)
    throw refused('Invitation limit reached (please try again later; or upgrade)')
  const role = roleIn(body['workspaces'], workspaceId)
  return [...new Set(emails.map((email) => email.trim()))].map((email) => {
    if (email === '') throw refused('Missing e-mail')
    if (!EMAIL.test(email)) throw refused(`Invalid e-mail: '${email.slice(0, 254)}'`)
    return { email, role }
  })
}

/** As what somebody is invited into the one workspace that the organization has. */
function roleIn(workspaces: unknown, workspaceId: number): NewInvitation['role'] {
  const [place, another] = Array.isArray(workspaces) ? (workspaces as unknown[]) : []
  if (place === undefined) throw refused('at least one workspace is required')
  if (!isRecord(place) || place['workspace_id'] !== workspaceId || another !== undefined)
    throw refused('invalid workspace ID')
  refuseUncarried(place, ['role_id', 'integration_data'])
  const { admin, role } = place
  if (admin === true) return 'admin'
  if (role === undefined || role === null || role === '') return 'member'
  const known = typeof role === 'string' ? roleNamed(role) : undefined
  if (!known) throw refused('Invalid workspace role')
  return known
}

type Resending = { workspaceId: number; id: number; sendsMail: boolean }

/** A link can be shown once only, so a new invitation takes the place of the one that is sent again. */
function resend(ctx: Ctx, { workspaceId, id, sendsMail }: Resending): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { rows } = await listInvitations(ctx, workspaceId, WHOLE)
    const before = rows.find((each) => each.id === id)
    if (!before || before.role === 'owner')
      throw inWords('not_found', 'no_such_thing', 'Invitation code not found')
    if (!sendsMail) throw refused('This server sends no mail')
    await revokeInvitation(ctx, workspaceId, id)
    await createInvitation(ctx, workspaceId, { email: before.email, role: before.role, byMail: true })
  })
}
