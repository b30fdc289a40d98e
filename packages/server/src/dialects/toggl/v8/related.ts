import { hasScope, membershipsOf } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { entriesChangedSince } from '../../../core/entries/read.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { listTags } from '../../../core/tags.ts'
import { listTasks } from '../../../core/task-lists.ts'
import { WHOLE } from '../v9/lists.ts'
import { shownClients } from './clients.ts'
import { recentEntries } from './entry-list.ts'
import { toEntry } from './entry-map.ts'
import { type Thing, withoutNulls } from './envelope.ts'
import { toProjects } from './project-map.ts'
import { toListedTag } from './tags.ts'
import { toTasks } from './task-map.ts'
import { toWorkspaces } from './workspace-map.ts'

const MOST_ENTRIES = 1000

/**
 * What comes along with a person: all of it, or what has changed since a moment and what has been deleted. A key that
 * may not read one of these gets none of it, as the profile itself wants no scope.
 */
export async function relatedTo(ctx: Ctx, since: number | undefined, withEntries: boolean) {
  const projects = hasScope(ctx, 'read:projects') ? await projectsOf(ctx, since) : []
  const tags = hasScope(ctx, 'read:tags')
    ? (await listTags(ctx, { changedSince: since }, WHOLE)).rows.map(toListedTag)
    : []
  const tasks = hasScope(ctx, 'read:tasks')
    ? await toTasks(ctx, (await listTasks(ctx, { changedSince: since }, WHOLE)).rows)
    : []
  const workspaces = hasScope(ctx, 'read:workspaces') ? await workspacesOf(ctx, since) : []
  const clients = hasScope(ctx, 'read:clients') ? await shownClients(ctx, { changedSince: since }) : []
  return {
    ...(withEntries ? { time_entries: shown(await entriesOf(ctx, since)) } : {}),
    projects: shown(projects),
    tags: shown(tags),
    tasks: shown(tasks),
    workspaces: shown(workspaces),
    clients: shown(clients),
  }
}

function shown(things: readonly Thing[]): Thing[] {
  return things.map(withoutNulls)
}

async function entriesOf(ctx: Ctx, since: number | undefined) {
  if (!hasScope(ctx, 'read:time_entries')) return []
  const entries =
    since === undefined
      ? await recentEntries(ctx)
      : (await entriesChangedSince(ctx, since, MOST_ENTRIES)).toReversed()
  return entries.map((entry) => toEntry(entry, ctx.now))
}

async function projectsOf(ctx: Ctx, since: number | undefined) {
  const page = { offset: 0, limit: WHOLE.limit, by: 'title_key', order: 'asc' } as const
  return toProjects(ctx, await listProjectsByNumber(ctx, { changedSince: since }, page))
}

async function workspacesOf(ctx: Ctx, since: number | undefined) {
  const memberships = await membershipsOf(ctx)
  const changed = memberships.filter(({ workspace }) => since === undefined || workspace.updated_at >= since)
  return toWorkspaces(ctx, changed)
}
