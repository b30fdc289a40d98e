import type { FastifyInstance } from 'fastify'
import { isWorkspaceAdmin, type Membership } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { getMe, type User, usersById } from '../../core/me.ts'
import { activeMembers } from '../../core/members.ts'
import { isModuleOn, MODULES } from '../../core/modules.ts'
import { type Presence, presenceOf } from '../../core/people.ts'
import { type Favourite, favouriteIds, listFavourites, setFavourite } from '../../core/projects/favourites.ts'
import type { House } from '../../http/house.ts'
import { bare } from './errors.ts'
import { bodyOf, integerOf, pathId } from './input.ts'
import { cut, pageOf, paginationOf } from './pages.ts'
import { route } from './route.ts'
import { hoursOf, utcTime, utcTimeOrNull } from './times.ts'

/** What every workspace has, whatever is switched off. */
export const CORE_MODULES = ['auth', 'main', 'projects', 'timer', 'tasks', 'reports']

export function userRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    method: 'GET',
    url: '/users/me',
    summary: 'Show oneself, and what this workspace asks of time entries',
    async handle({ ctx, place }) {
      const me = await getMe(ctx)
      const [user] = await showUsers(house, ctx, [{ user: me, role: place.role }])
      return {
        user,
        time_entry_requirements: {
          require_task: false,
          require_description: false,
          description_min_length: 20,
        },
        enabled_modules: enabledModules(place),
      }
    },
  })

  route(app, {
    method: 'GET',
    url: '/users',
    summary: 'List the active users by name',
    scope: 'admin:all',
    async handle({ ctx, workspaceId, request }) {
      const page = pageOf(request)
      const members = (await activeMembers(ctx, workspaceId)).toSorted((a, b) => (a.email < b.email ? -1 : 1))
      const shown = cut(members, page)
      const users = await usersById(
        ctx,
        shown.map((member) => member.user_id),
      )
      const people = shown.flatMap(({ user_id, role }) => {
        const user = users.get(user_id)
        return user ? [{ user, role }] : []
      })
      return { users: await showUsers(house, ctx, people), pagination: paginationOf(page, members.length) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/users/me/favorites/projects',
    summary: 'List one’s favourite projects',
    scope: 'read:projects',
    handle: async (call) => ({
      favorites: (await listFavourites(call.ctx)).map(toFavourite),
    }),
  })

  route(app, {
    method: 'POST',
    url: '/users/me/favorites/projects',
    summary: 'Make a project one’s favourite',
    scope: 'write:projects',
    async handle({ ctx, request, reply }) {
      const id = integerOf(bodyOf(request), 'project_id') ?? undefined
      if (id === undefined) throw bare('project_id is required')
      const isKnown = (await favouriteIds(ctx)).has(id)
      await setFavourite(ctx, id, true)
      const favourite = (await listFavourites(ctx)).find((each) => each.project_id === id)
      if (!isKnown) reply.code(201)
      return {
        message: isKnown ? 'Already favorited' : 'Project favorited successfully',
        favorite: favourite && toFavourite(favourite),
      }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/users/me/favorites/projects/:project_id',
    summary: 'Take a project off one’s favourites',
    scope: 'write:projects',
    async handle({ ctx, request }) {
      const id = pathId(request, 'project_id')
      if (!(await favouriteIds(ctx)).has(id)) throw bare('Resource not found', 404)
      await setFavourite(ctx, id, false)
      return { message: 'Favorite removed successfully' }
    },
  })
}

function enabledModules(place: Membership): string[] {
  return [...CORE_MODULES, ...MODULES.filter((module) => isModuleOn(place, module))]
}

/** A favourite has no number of its own here: a project is one's favourite once. */
function toFavourite({ project_id, user_id, created_at }: Favourite) {
  return { id: project_id, user_id, project_id, created_at: utcTime(created_at) }
}

type Someone = { user: User; role: Membership['role'] }

async function showUsers(house: House, ctx: Ctx, people: readonly Someone[]) {
  const ids = people.map(({ user }) => user.id)
  const presence = await presenceOf(ctx, ids)
  const totals = await house.reading.ask(ctx, 'trackedTotals', { column: 'user_id', ids })
  return people.map(({ user, role }) => {
    const seen = presence.get(user.id) ?? { seenAt: null, signedInAt: null }
    return {
      id: user.id,
      username: user.email,
      email: user.email,
      full_name: user.name,
      display_name: user.name ?? user.email,
      role: isWorkspaceAdmin(role) ? 'admin' : role === 'member' ? 'user' : role,
      created_at: utcTime(user.created_at),
      last_login: utcTimeOrNull(seen.signedInAt),
      is_active: user.is_active === 1,
      total_hours: hoursOf(totals.get(user.id)?.seconds ?? 0),
      avatar_url: null,
      status: statusOf(seen, ctx.now),
      date_format: 'YYYY-MM-DD',
      time_format: user.time_format,
      timezone: user.time_zone,
      standard_hours_per_day: 8,
      overtime_include_weekends: true,
    }
  })
}

const MINUTE_MS = 60_000

function statusOf({ seenAt }: Presence, now: number): 'online' | 'away' | 'offline' {
  if (seenAt === null || now - seenAt > 60 * MINUTE_MS) return 'offline'
  return now - seenAt > 15 * MINUTE_MS ? 'away' : 'online'
}
