import { type Membership, membershipsOf, requireScope } from '../core/access.ts'
import { createClient } from '../core/clients.ts'
import { actingUser, type Ctx, lockUser, transact } from '../core/context.ts'
import { createEntry } from '../core/entries/write.ts'
import { conflict, notFound } from '../core/errors.ts'
import { getMe, type User } from '../core/me.ts'
import { keptUnder, updatePreferences, WEB_APP } from '../core/preferences.ts'
import { createProject } from '../core/projects/write.ts'
import { createRate } from '../core/rates.ts'
import { addDays, localDay } from '../core/rules/local-time.ts'
import { createTag } from '../core/tags.ts'
import { updateMe } from '../core/users.ts'
import { createTeam, deleteWorkspace } from '../core/workspaces.ts'
import { CLIENTS, type Person, type ProjectKey, PROJECTS, TAGS } from './cast.ts'
import { piecesOf } from './days.ts'
import { OWNER } from './stage.ts'

const NAME = 'Sample studio'
const DAYS = 14
const KEPT_AS = 'sample_workspace_id'
const WORKED_ON = ['shop', 'shop-design', 'shop-code', 'app', 'strategy'] as const

/** The workspace of one's sample data, as long as one is in it; it can be deleted like any other. */
export function sampleWorkspaceOf(
  user: Pick<User, 'preferences'>,
  memberships: readonly Membership[],
): number | null {
  const id = keptUnder(user, WEB_APP)[KEPT_AS]
  return memberships.find(({ workspace_id }) => workspace_id === id)?.workspace_id ?? null
}

/**
 * Makes a workspace with clients, projects and two weeks of one's own time, to look around in. It stands alone, so that
 * all of it can be thrown away at once, and makes no accounts, as the whole demo does.
 */
export async function makeSample(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'write:workspaces')
  await transact(ctx, async (ctx) => {
    // Asked twice at once, the second finds what the first has made.
    await lockUser(ctx, actingUser(ctx).userId)
    const me = await getMe(ctx)
    if (sampleWorkspaceOf(me, await membershipsOf(ctx)) !== null)
      throw conflict('in_use', 'You have sample data already. Remove it before you make it anew.')
    const today = localDay(ctx.now, me.time_zone)
    const first = addDays(today, -DAYS)
    const { workspace_id } = await createTeam(ctx, { name: NAME, timeZone: me.time_zone })
    const projectIds = await makeThings(ctx, workspace_id)
    await createRate(ctx, {
      workspace_id,
      kind: 'billable',
      amount: 9500,
      currency: 'EUR',
      effective_from: first,
    })
    const person: Person = { ...OWNER, zone: me.time_zone, projects: WORKED_ON, lateShifts: 0 }
    for (let day = first, number = 0; day <= today; day = addDays(day, 1), number += 1) {
      for (const { isPrivate, isMistake, startedAt, endedAt, ...piece } of piecesOf(person, day, number)) {
        if (isPrivate || isMistake || endedAt > ctx.now) continue
        const project_id = piece.project === null ? null : (projectIds.get(piece.project) ?? null)
        const { title, notes, tags, pause } = piece
        await createEntry(
          { ...ctx, now: endedAt },
          {
            workspace_id,
            project_id,
            title,
            notes,
            tags,
            started_at: startedAt,
            ended_at: endedAt,
            break_seconds: pause,
            lastWord: 'billable',
          },
        )
      }
    }
    await updateMe(ctx, { default_workspace_id: workspace_id })
    await updatePreferences(ctx, WEB_APP, { [KEPT_AS]: workspace_id })
  })
}

/** Throws the sample data away, workspace and all. */
export async function removeSample(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'write:workspaces')
  await transact(ctx, async (ctx) => {
    const me = await getMe(ctx)
    const id = sampleWorkspaceOf(me, await membershipsOf(ctx))
    if (id === null) throw notFound('sample data')
    await deleteWorkspace(ctx, id)
    await updatePreferences(ctx, WEB_APP, { [KEPT_AS]: null })
  })
}

async function makeThings(ctx: Ctx, workspaceId: number): Promise<Map<ProjectKey, number>> {
  const clientIds = new Map<string, number>()
  for (const [key, fields] of Object.entries(CLIENTS))
    clientIds.set(key, (await createClient(ctx, workspaceId, fields)).id)
  for (const name of TAGS) await createTag(ctx, workspaceId, { name })
  const projectIds = new Map<ProjectKey, number>()
  for (const { key, parent, client, fields, members } of PROJECTS) {
    // What is closed to others needs others.
    if (members) continue
    const project = await createProject(ctx, workspaceId, {
      ...fields,
      parent_id: parent === undefined ? null : projectIds.get(parent),
      client_id: client === undefined ? undefined : clientIds.get(client),
    })
    projectIds.set(key, project.id)
  }
  return projectIds
}
