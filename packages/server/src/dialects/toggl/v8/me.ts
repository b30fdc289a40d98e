import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Ctx, transact } from '../../../core/context.ts'
import { getMe } from '../../../core/me.ts'
import { resetPersonalKey } from '../../../core/personal-keys.ts'
import type { House } from '../../../http/house.ts'
import type { Sessions } from '../sessions.ts'
import { signUpFrom } from '../sign-up.ts'
import { listedTime, sundayFirst, unixSeconds } from '../values.ts'
import { sinceOf } from '../v9/lists.ts'
import { changeMe, ownToken } from '../v9/me.ts'
import { changePreferences, COMMON, shownPreferences } from '../v9/preferences.ts'
import { flagOf, type Input, queryFlag, queryOf, textOf } from '../wire.ts'
import { sendJson, withoutNulls, wrapped } from './envelope.ts'
import { relatedTo } from './related.ts'

export function meRoutes(app: FastifyInstance, house: House, sessions: Sessions): void {
  app.get('/me', { schema: { summary: 'Show who I am' } }, async (request, reply) => {
    const { ctx } = request
    await sessions.give(request, reply)
    const query = queryOf(request)
    const withEntries = queryFlag(query, 'with_related_data') ?? false
    const related = await relatedTo(ctx, sinceOf(query), withEntries)
    return { since: unixSeconds(ctx.now), data: { ...(await shownMe(ctx)), ...related } }
  })

  app.put('/me', { schema: { summary: 'Change my profile' } }, async (request) => {
    const { ctx } = request
    const input = wrapped(request, 'user')
    const kept = keptOf(input)
    await transact(ctx, async (ctx) => {
      await changeMe(ctx, input, { passwords: house.passwords, ip: request.ip })
      if (Object.keys(kept).length > 0) await changePreferences(ctx, COMMON, kept)
    })
    return { data: await shownMe(ctx) }
  })

  app.post('/reset_token', { schema: { summary: 'Replace my API token' } }, async ({ ctx }, reply) =>
    sendJson(reply, await resetPersonalKey(ctx)),
  )

  signUpRoute(app, house)
  sessionRoutes(app, sessions)
}

function signUpRoute(app: FastifyInstance, house: House): void {
  app.post(
    '/signups',
    { config: { isPublic: true, isPasswordDoor: true }, schema: { summary: 'Make an account' } },
    async (request) => {
      const ctx = await signUpFrom(house, request.ctx, wrapped(request, 'user'))
      return { data: await shownMe(ctx) }
    },
  )
}

function sessionRoutes(app: FastifyInstance, sessions: Sessions): void {
  app.post('/sessions', { schema: { summary: 'Sign in for a session' } }, async (request, reply) => {
    await sessions.give(request, reply)
    return { since: 0, data: await meAndMine(request) }
  })

  app.delete('/sessions', { schema: { summary: 'End the session' } }, async (request, reply) => {
    await sessions.end(request, reply)
    return reply.send()
  })
}

async function meAndMine({ ctx }: FastifyRequest) {
  return { ...(await shownMe(ctx)), ...(await relatedTo(ctx, undefined, false)) }
}

const FORMATS = ['timeofday_format', 'date_format', 'duration_format']

/** Wishes of which this server only keeps the memory: it sends no such letters. */
const WISHES = [
  'store_start_and_stop_time',
  'send_product_emails',
  'send_weekly_report',
  'send_timer_notifications',
]

/** What of a profile is kept with the preferences of the account. */
function keptOf(input: Input): Input {
  const formats = FORMATS.map((name) => [name, textOf(input, name)])
  const wishes = WISHES.map((name) => [name, flagOf(input, name)])
  return Object.fromEntries([...formats, ...wishes].filter(([, value]) => value !== undefined))
}

async function shownMe(ctx: Ctx) {
  const user = await getMe(ctx)
  const kept: Input & { date_format: string } = await shownPreferences(ctx, COMMON)
  const { date_format: dateFormat } = kept
  return withoutNulls({
    id: user.id,
    api_token: await ownToken(ctx),
    default_wid: user.default_workspace_id,
    email: user.email,
    fullname: user.name ?? user.email,
    jquery_timeofday_format: kept['timeofday_format'] === 'H:mm' ? 'H:i' : 'h:i A',
    jquery_date_format: dateFormat.replace('YYYY', 'Y').replace('MM', 'm').replace('DD', 'd'),
    timeofday_format: kept['timeofday_format'],
    date_format: dateFormat,
    duration_format: kept['duration_format'],
    store_start_and_stop_time: kept['store_start_and_stop_time'] ?? true,
    beginning_of_week: sundayFirst(user.week_start),
    language: user.locale ?? 'en_US',
    image_url: '',
    sidebar_piechart: true,
    at: listedTime(user.updated_at),
    created_at: listedTime(user.created_at),
    timezone: user.time_zone,
    retention: 9,
    record_timeline: false,
    render_timeline: false,
    timeline_enabled: false,
    timeline_experiment: false,
    should_upgrade: false,
    new_blog_post: {},
    invitation: {},
    openid_enabled: false,
    send_product_emails: kept['send_product_emails'] ?? false,
    send_weekly_report: kept['send_weekly_report'] ?? false,
    send_timer_notifications: kept['send_timer_notifications'] ?? false,
  })
}
