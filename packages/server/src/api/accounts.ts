import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actingAs, actingUser, type Ctx } from '../core/context.ts'
import { memberCounts } from '../core/members.ts'
import { createResetLink, requestPasswordReset, resetPassword } from '../core/password-resets.ts'
import { passSecondFactor } from '../core/second-factor.ts'
import { createSession, type Device, endSession, findSession } from '../core/sessions.ts'
import { isSetUp, signUp } from '../core/sign-up.ts'
import { getMe, hasSecondFactor, type User } from '../core/me.ts'
import { authenticateFirstFactor, changePassword, listUsers, updateMe, updateUser } from '../core/users.ts'
import { listWireUses } from '../core/usage.ts'
import { membershipsOf } from '../core/access.ts'
import { makeSample, removeSample, sampleWorkspaceOf } from '../demo/sample.ts'
import type { House } from '../http/house.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../http/session-cookie.ts'
import { toInstant, toMe, toMembership, toUser, toWireUse } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

/** The server itself, accounts, sessions and passwords. */
export function accountRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'getServer',
    method: 'GET',
    url: '/server',
    summary: 'What this server is, and whether it has been set up',
    answer: Shape.Server,
    isPublic: true,
    handle: async (ctx) => ({
      name: 'Sundial',
      version: house.version,
      is_set_up: await isSetUp(ctx),
      registration: house.registration,
      sends_mail: house.sendsMail,
      single_sign_on: house.provider && { name: house.provider.name },
      time_zone: house.timeZone,
      base_url: house.baseUrl,
      wires: house.dialects.flatMap(({ name, title, clientPath, connect }) =>
        connect === undefined
          ? []
          : [
              {
                name,
                title,
                base_url: house.baseUrl + clientPath,
                addresses: connect.addresses.map((each) => ({
                  title: each.title,
                  url: house.baseUrl + each.path,
                })),
                key: connect.key,
                example: connect.example.replaceAll('BASE', house.baseUrl),
              },
            ],
      ),
    }),
  })

  route(app, {
    operationId: 'signUp',
    method: 'POST',
    url: '/users',
    summary:
      'Make an account: the first with the set-up code, later ones by invitation or where registration is open',
    body: Shape.NewAccount,
    answer: Shape.Me,
    status: 201,
    isPublic: true,
    isPasswordDoor: true,
    async handle(ctx, { body, request, reply }) {
      const user = await signUp(ctx, {
        email: body.email,
        password: body.password,
        name: body.name,
        timeZone: body.time_zone ?? house.timeZone,
        setupCode: body.setup_code,
        invitation: body.invitation,
        teamName: body.team_name,
        registration: house.registration,
      })
      return signIn(house, ctx, { user, request, reply })
    },
  })
  route(app, {
    operationId: 'listUsers',
    method: 'GET',
    url: '/users',
    summary: 'List the accounts of this installation, for its administrators',
    query: Type.Object(listQuery),
    answer: Shape.listOf(Shape.User),
    async handle(ctx, { query }) {
      const { rows, next } = await listUsers(ctx, pageFrom(query))
      return { data: rows.map(toUser), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'updateUser',
    method: 'PATCH',
    url: '/users/:id',
    summary: 'Make an account an administrator, or switch it off',
    params: IdParams,
    body: Shape.UserChanges,
    answer: Shape.User,
    handle: async (ctx, { params, body }) => toUser(await updateUser(ctx, params.id, body)),
  })
  route(app, {
    operationId: 'createPasswordResetLink',
    method: 'POST',
    url: '/users/:id/password-reset',
    summary: 'Make a reset link to hand over, where this server sends no mail',
    params: IdParams,
    answer: Shape.Link,
    status: 201,
    async handle(ctx, { params }) {
      const { secret, expiresAt } = await createResetLink(ctx, params.id)
      return { url: `${house.baseUrl}/reset-password/${secret}`, expires_at: toInstant(expiresAt) }
    },
  })

  route(app, {
    operationId: 'signIn',
    method: 'POST',
    url: '/session',
    summary: 'Sign in; the answer sets a cookie. With two-factor authentication on, a code is needed as well',
    body: Shape.SignIn,
    answer: Shape.Me,
    status: 201,
    isPublic: true,
    isPasswordDoor: true,
    async handle(ctx, { body, request, reply }) {
      const user = await authenticateFirstFactor(ctx, body.email, body.password)
      const pass = () => passSecondFactor(ctx, user, body.code)
      await (hasSecondFactor(user) && body.code ? house.passwords.guardCode(ctx, user.id, pass) : pass())
      return signIn(house, ctx, { user, request, reply })
    },
  })
  route(app, {
    operationId: 'getSession',
    method: 'GET',
    url: '/session',
    summary: 'Who is signed in here, or null',
    answer: Shape.Session,
    isPublic: true,
    handle: async (ctx, { request }) => ({ me: await whoIsSignedIn(house, ctx, request) }),
  })
  route(app, {
    operationId: 'signOut',
    method: 'DELETE',
    url: '/session',
    summary: 'Sign out',
    async handle(ctx, { reply }) {
      await endSession(ctx)
      clearSessionCookie(house, reply)
    },
  })

  route(app, {
    operationId: 'getMe',
    method: 'GET',
    url: '/me',
    summary: 'One’s own account, with one’s workspaces',
    answer: Shape.Me,
    handle: async (ctx) => describeMe(ctx, await getMe(ctx)),
  })
  route(app, {
    operationId: 'updateMe',
    method: 'PATCH',
    url: '/me',
    summary: 'Change one’s own profile',
    takesVersion: true,
    body: Shape.MeChanges,
    answer: Shape.Me,
    handle: async (ctx, { body, version }) => describeMe(ctx, await updateMe(ctx, body, version)),
  })
  route(app, {
    operationId: 'makeSampleData',
    method: 'POST',
    url: '/me/sample-data',
    summary: 'Make a workspace of one’s own with clients, projects and two weeks of time, to look around in',
    answer: Shape.Me,
    status: 201,
    async handle(ctx) {
      await makeSample(ctx)
      return describeMe(ctx, await getMe(ctx))
    },
  })
  route(app, {
    operationId: 'removeSampleData',
    method: 'DELETE',
    url: '/me/sample-data',
    summary: 'Throw one’s sample data away, workspace and all',
    handle: (ctx) => removeSample(ctx),
  })
  route(app, {
    operationId: 'listWireUses',
    method: 'GET',
    url: '/me/wires',
    summary: 'When one’s own clients of foreign systems were last heard from',
    answer: Shape.WireUses,
    handle: async (ctx) => ({ data: (await listWireUses(ctx)).map(toWireUse) }),
  })
  route(app, {
    operationId: 'changePassword',
    method: 'PUT',
    url: '/me/password',
    summary: 'Change one’s own password; every other session ends',
    body: Shape.PasswordChange,
    isPasswordDoor: true,
    handle: (ctx, { body }) => changePassword(ctx, body.current_password, body.password),
  })

  route(app, {
    operationId: 'requestPasswordReset',
    method: 'POST',
    url: '/password-resets',
    summary: 'Have a reset link mailed; the answer is the same whether there is such an account or not',
    body: Shape.PasswordResetRequest,
    answer: Type.Object({}),
    status: 202,
    isPublic: true,
    isPasswordDoor: true,
    async handle(ctx, { body }) {
      // Nobody waits for it: writing a letter takes longer than finding nobody to write to, which would tell.
      if (house.sendsMail)
        requestPasswordReset(ctx, body.email).catch((error: unknown) =>
          house.log.error({ err: error }, 'a reset link could not be sent'),
        )
      return {}
    },
  })
  route(app, {
    operationId: 'resetPassword',
    method: 'PUT',
    url: '/password-resets/:secret',
    summary: 'Set a new password by a reset link',
    params: Type.Object({ secret: Type.String({ maxLength: 200 }) }),
    body: Shape.PasswordReset,
    isPublic: true,
    isPasswordDoor: true,
    handle: (ctx, { params, body }) => resetPassword(ctx, params.secret, body.password),
  })
}

/** A page asks this before it knows anybody, so a missing or dead session is an answer and no refusal. */
async function whoIsSignedIn(house: House, ctx: Ctx, request: FastifyRequest) {
  const cookie = readSessionCookie(house, request)
  const actor = cookie === undefined ? undefined : await findSession(ctx, cookie, request.ip)
  if (!actor) return null
  const acting = { ...ctx, actor }
  return describeMe(acting, await getMe(acting))
}

type SigningIn = Pick<Device, 'with'> & { user: User; request: FastifyRequest; reply: FastifyReply }

/** Gives somebody who has shown who they are a session of their own, never one that was there before. */
export async function signIn(house: House, ctx: Ctx, { user, request, reply, with: opener }: SigningIn) {
  const device = { userAgent: request.headers['user-agent'] ?? null, ip: request.ip, with: opener }
  setSessionCookie(house, reply, await createSession(ctx, user, device))
  return describeMe(actingAs(ctx, user.id, user.is_admin === 1), user)
}

async function describeMe(ctx: Ctx, user: User) {
  const memberships = await membershipsOf(ctx)
  const counts = await memberCounts(ctx, memberships)
  return toMe(
    user,
    memberships.map((each) => toMembership(each, counts.get(each.workspace_id) ?? 1)),
    { scopes: actingUser(ctx).scopes, sampleWorkspaceId: sampleWorkspaceOf(user, memberships) },
  )
}
