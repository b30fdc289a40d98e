import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import { AppError } from '../../../core/errors.ts'
import { getMe, type User } from '../../../core/me.ts'
import { personalKeyOf, resetPersonalKey } from '../../../core/personal-keys.ts'
import { keepsKeys } from '../../../core/tokens.ts'
import { changePassword, type MeChanges, updateMe } from '../../../core/users.ts'
import type { House } from '../../../http/house.ts'
import { inWords, refused } from '../errors.ts'
import type { Sessions } from '../sessions.ts'
import { exactTime, mondayFirst, sundayFirst } from '../values.ts'
import { bodyOf, type Input, integerOf, queryFlag, queryOf, textOf } from '../wire.ts'
import { relatedTo } from './related.ts'

export function meRoutes(app: FastifyInstance, house: House, sessions: Sessions): void {
  app.get('/me', { schema: { summary: 'Show who I am' } }, async (request, reply) => {
    await sessions.give(request, reply)
    return meWith(request)
  })

  app.put('/me', { schema: { summary: 'Change my profile' } }, async (request) => {
    await changeMe(request.ctx, bodyOf(request), { passwords: house.passwords, ip: request.ip })
    return toMe(await getMe(request.ctx), { now: request.ctx.now, apiToken: await ownToken(request.ctx) })
  })

  app.post('/me/sessions', { schema: { summary: 'Sign in for a session' } }, async (request, reply) => {
    await sessions.give(request, reply)
    return meWith(request)
  })

  app.delete('/me/sessions', { schema: { summary: 'End the session' } }, async (request, reply) => {
    await sessions.end(request, reply)
    return reply.send()
  })

  app.get('/me/logged', { schema: { summary: 'Say whether I am signed in' } }, async (_request, reply) =>
    reply.send(),
  )

  app.get('/me/id', { schema: { summary: 'Show my number' } }, async ({ ctx }, reply) => {
    const { id } = await getMe(ctx)
    return reply.type('application/json; charset=utf-8').send(String(id))
  })

  app.post('/me/reset_token', { schema: { summary: 'Replace my API token' } }, async ({ ctx }, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(await resetPersonalKey(ctx))),
  )

  app.get('/me/quota', { schema: { summary: 'Show how many requests are left' } }, async () => [
    { organization_id: null, remaining: 600, resets_in_secs: 3600, total: 600 },
  ])
}

async function meWith(request: FastifyRequest) {
  const { ctx } = request
  const me = toMe(await getMe(ctx), { now: ctx.now, apiToken: await ownToken(ctx) })
  if (!queryFlag(queryOf(request), 'with_related_data')) return me
  const { authorization_updated_at, ...before } = me
  return { ...before, ...(await relatedTo(ctx)), authorization_updated_at }
}

/** The personal token, for whoever may see it: a key with a few scopes would otherwise give itself all of them. */
export async function ownToken(ctx: Ctx): Promise<string | undefined> {
  return keepsKeys(ctx) ? personalKeyOf(ctx) : undefined
}

/** A person, with the keys in the order the service has them. */
export function toMe(user: User, { now, apiToken }: { now: number; apiToken: string | undefined }) {
  return {
    id: user.id,
    ...(apiToken === undefined ? {} : { api_token: apiToken }),
    email: user.email,
    fullname: user.name ?? user.email,
    timezone: user.time_zone,
    default_workspace_id: user.default_workspace_id,
    beginning_of_week: sundayFirst(user.week_start),
    image_url: '',
    created_at: exactTime(user.created_at),
    updated_at: exactTime(user.updated_at),
    openid_email: null,
    openid_enabled: false,
    country_id: null,
    has_password: user.password_hash !== null,
    // The time of the request, not of a change: that is how the service has it.
    at: exactTime(now),
    authorization_updated_at: exactTime(user.created_at),
  }
}

/** Changes what was sent of the profile, and the password where the old one was sent too. */
export async function changeMe(
  ctx: Ctx,
  input: Input,
  { passwords, ip }: Pick<House, 'passwords'> & { ip: string },
): Promise<void> {
  const changes = profileChanges(input)
  const password = textOf(input, 'password') ?? undefined
  const current = textOf(input, 'current_password') ?? undefined
  if (password !== undefined && current === undefined)
    throw refused('Current password must be present to change password')
  // The password first: where the old one is wrong, nothing changes.
  if (password !== undefined && current !== undefined)
    await passwords.guard(ctx, ip, () => inServiceWords(changePassword(ctx, current, password)))
  if (Object.values(changes).some((value) => value !== undefined))
    await inServiceWords(updateMe(ctx, changes))
}

function profileChanges(input: Input): MeChanges {
  const beginning = integerOf(input, 'beginning_of_week') ?? undefined
  if (beginning !== undefined && (beginning < 0 || beginning > 6)) throw refused('Invalid beginning_of_week')
  const name = textOf(input, 'fullname') ?? undefined
  if (name !== undefined && name.trim() === '') throw refused('Invalid fullname')
  return {
    name,
    email: textOf(input, 'email') ?? undefined,
    time_zone: textOf(input, 'timezone') ?? undefined,
    default_workspace_id: integerOf(input, 'default_workspace_id') ?? undefined,
    week_start: beginning === undefined ? undefined : mondayFirst(beginning),
  }
}

const FIELD_WORDS = new Map([
  ['email', 'Invalid email'],
  ['name', 'Invalid fullname'],
  ['time_zone', 'Invalid timezone'],
  ['current_password', 'Current password is not valid'],
])

/** What core says of a field, as the service says it. */
async function inServiceWords(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'not_found') throw refused('Invalid default_workspace_id')
    if (error.code !== 'invalid') throw error
    const [field = ''] = Object.keys(error.fields ?? {})
    throw inWords('invalid', error.reason, FIELD_WORDS.get(field) ?? error.message)
  }
}
