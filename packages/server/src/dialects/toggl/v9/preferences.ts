import type { FastifyInstance } from 'fastify'
import { membershipsOf } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { getMe, type User } from '../../../core/me.ts'
import { type Preferences, preferencesOf, updatePreferences } from '../../../core/preferences.ts'
import { type MeChanges, updateMe } from '../../../core/users.ts'
import { refused } from '../errors.ts'
import { mondayFirst, sundayFirst } from '../values.ts'
import { bodyOf, type Input, integerOf, textOf } from '../wire.ts'

/**
 * What clients keep with the account. Formats and the start of the week are those of the profile here; everything else
 * is kept as it comes, for each kind of client by itself.
 */
export function preferenceRoutes(app: FastifyInstance): void {
  app.get('/me/preferences', { schema: { summary: 'Show my preferences' } }, async ({ ctx }) =>
    shownPreferences(ctx, COMMON),
  )
  app.post('/me/preferences', { schema: { summary: 'Change my preferences' } }, async (request, reply) => {
    await changePreferences(request.ctx, COMMON, bodyOf(request))
    return reply.send()
  })

  app.get<OneClient>(
    '/me/preferences/:client',
    { schema: { summary: 'Show the preferences of one client' } },
    async ({ ctx, params }) => shownPreferences(ctx, keeperOf(params.client)),
  )
  app.post<OneClient>(
    '/me/preferences/:client',
    { schema: { summary: 'Change the preferences of one client' } },
    async (request, reply) => {
      await changePreferences(request.ctx, keeperOf(request.params.client), bodyOf(request))
      return reply.send()
    },
  )

  app.get('/me/flags', { schema: { summary: 'Show my flags' } }, async ({ ctx }) => preferencesOf(ctx, FLAGS))
  app.post('/me/flags', { schema: { summary: 'Set flags of mine' } }, async (request) =>
    setFlags(request.ctx, bodyOf(request)),
  )

  app.get('/me/features', { schema: { summary: 'Show the features of my workspaces' } }, async ({ ctx }) => {
    const memberships = await membershipsOf(ctx)
    return memberships.map(({ workspace_id }) => ({
      workspace_id,
      features: FEATURES.map((name, index) => ({ feature_id: index + 1, name, enabled: true })),
    }))
  })

  app.get('/me/location', { schema: { summary: 'Show where I seem to be' } }, async () => ({
    // Nobody is looked up by their address here.
    city: '',
    city_lat_long: '',
    state: '',
    country_code: '',
    country_name: '',
  }))
}

type OneClient = { Params: { client: string } }

export const COMMON = 'toggl'
const FLAGS = 'toggl flags'
const CLIENTS = ['web', 'desktop', 'mobile', 'button', 'extension', 'android', 'ios', 'macos', 'windows']

function keeperOf(client: string): string {
  if (!CLIENTS.includes(client)) throw refused('Unknown client')
  return `toggl ${client}`
}

/** What this server does, by the names under which the service sells it. */
const FEATURES = [
  'free',
  'pro',
  'tasks',
  'billable_rates',
  'project_private_by_default',
  'time_rounding',
  'locking_time_entries',
  'detailed_reports',
  'saved_reports',
  'webhooks',
]

export async function shownPreferences(ctx: Ctx, keeper: string) {
  const kept = await preferencesOf(ctx, keeper)
  return { date_format: USUAL_DATE_FORMAT, ...kept, ...ofProfile(await getMe(ctx), kept) }
}

/** What the profile says, in the words of these preferences. */
function ofProfile(me: User, kept: Preferences) {
  // The profile does not tell the service's two ways to write a clock apart.
  const clock = kept['duration_format'] === 'classic' ? 'classic' : 'improved'
  return {
    beginningOfWeek: sundayFirst(me.week_start),
    duration_format: me.duration_format === 'decimal' ? 'decimal' : clock,
    pg_time_zone_name: me.time_zone,
    timeofday_format: me.time_format === '12h' ? 'h:mm A' : 'H:mm',
    toSAcceptNeeded: false,
  }
}

const USUAL_DATE_FORMAT = 'YYYY-MM-DD'
const DATE_FORMATS = [USUAL_DATE_FORMAT, 'DD.MM.YYYY', 'DD-MM-YYYY', 'MM/DD/YYYY', 'DD/MM/YYYY', 'MM-DD-YYYY']
const DURATION_FORMATS = ['classic', 'improved', 'decimal']

export async function changePreferences(ctx: Ctx, keeper: string, input: Input): Promise<void> {
  if (Object.keys(input).length === 0) throw refused('Missing data')
  if ('toSAcceptNeeded' in input || 'ToSAcceptNeeded' in input)
    throw refused('Cannot set value for ToSAcceptNeeded')
  const date = textOf(input, 'date_format')
  if (date && !DATE_FORMATS.includes(date)) throw refused('Value in date_format is invalid')
  const changes = profileChanges(input)
  if (Object.values(changes).some((value) => value !== undefined)) await updateMe(ctx, changes)
  const { beginningOfWeek: _, pg_time_zone_name: __, timeofday_format: ___, ...kept } = input
  await updatePreferences(ctx, keeper, kept)
}

function profileChanges(input: Input): MeChanges {
  const time = textOf(input, 'timeofday_format') ?? undefined
  if (time !== undefined && time !== 'H:mm' && time !== 'h:mm A')
    throw refused('Value in timeofday_format is invalid')
  const duration = textOf(input, 'duration_format') ?? undefined
  if (duration !== undefined && !DURATION_FORMATS.includes(duration))
    throw refused('Value in duration_format is invalid')
  const beginning = integerOf(input, 'beginningOfWeek') ?? undefined
  if (beginning !== undefined && (beginning < 0 || beginning > 6)) throw refused('Invalid beginning_of_week')
  return {
    time_format: time === undefined ? undefined : time === 'H:mm' ? '24h' : '12h',
    duration_format: duration === undefined ? undefined : duration === 'decimal' ? 'decimal' : 'clock',
    week_start: beginning === undefined ? undefined : mondayFirst(beginning),
    time_zone: textOf(input, 'pg_time_zone_name') ?? undefined,
  }
}

const MOST_FLAGS = 128
const MOST_FLAGS_AT_ONCE = 4
const LONGEST_FLAG = 32
const LONGEST_FLAG_VALUE = 64

async function setFlags(ctx: Ctx, input: Input) {
  const flags = Object.entries(input)
  const areShort = flags.every(
    ([name, value]) => name.length <= LONGEST_FLAG && JSON.stringify(value).length <= LONGEST_FLAG_VALUE + 2,
  )
  if (flags.length === 0 || flags.length > MOST_FLAGS_AT_ONCE || !areShort)
    throw refused('No valid data submitted')
  const known = await preferencesOf(ctx, FLAGS)
  if (Object.keys({ ...known, ...input }).length > MOST_FLAGS) throw refused('No valid data submitted')
  return updatePreferences(ctx, FLAGS, input)
}
