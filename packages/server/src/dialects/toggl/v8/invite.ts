import type { FastifyInstance } from 'fastify'
import { isWorkspaceAdmin } from '../../../core/access.ts'
import { AppError } from '../../../core/errors.ts'
import { createInvitation } from '../../../core/invitations.ts'
import type { House } from '../../../http/house.ts'
import { NO_ACCESS, workspaceAt } from '../access.ts'
import { inWords, refused, wordsOf } from '../errors.ts'
import { bodyOf, textsOf } from '../wire.ts'
import { blank, type Thing, withoutNulls } from './envelope.ts'

const MOST_AT_ONCE = 100

/** Invites people by their addresses. What is wrong with one of them is said, and holds up none of the others. */
export function inviteRoute(app: FastifyInstance, house: House): void {
  app.post<{ Params: { workspace_id: string } }>(
    '/workspaces/:workspace_id/invite',
    { schema: { summary: 'Invite people to a workspace' } },
    async (request) => {
      const { role, workspace_id: workspaceId } = await workspaceAt(request)
      if (!isWorkspaceAdmin(role)) throw inWords('forbidden', 'not_allowed', NO_ACCESS)
      const emails = textsOf(bodyOf(request), 'emails') ?? []
      if (emails.length === 0) throw blank('emails')
      if (emails.length > MOST_AT_ONCE) throw refused(`At most ${MOST_AT_ONCE} emails can be sent at once`)
      const invited: Thing[] = []
      const notifications: string[] = []
      for (const email of emails) {
        try {
          const wanted = { email, role: 'member', byMail: house.sendsMail } as const
          const { invitation, secret } = await createInvitation(request.ctx, workspaceId, wanted)
          invited.push(
            withoutNulls({
              id: invitation.id,
              wid: workspaceId,
              admin: false,
              active: false,
              email: invitation.email,
              // The letter has the link, where this server sends letters.
              invite_url: house.sendsMail ? null : `${house.baseUrl}/invitations/${secret}`,
            }),
          )
        } catch (error) {
          if (!(error instanceof AppError) || isAboutCaller(error)) throw error
          notifications.push(`${email}: ${wordsOf(error)}`)
        }
      }
      return { data: invited, notifications }
    },
  )
}

function isAboutCaller({ code }: AppError): boolean {
  return code === 'forbidden' || code === 'unauthenticated' || code === 'unavailable'
}
