import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Membership, membershipsOf } from '../../../core/access.ts'
import { listClientsByNumber } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import { listMembersByNumber } from '../../../core/members.ts'
import type { Slice } from '../../../core/page.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import { listTagsByNumber } from '../../../core/tags.ts'
import { listTasksByNumber } from '../../../core/task-lists.ts'
import { listWorkspaces } from '../../../core/workspaces.ts'
import { showClients } from '../clients.ts'
import { type Input, queryOf, referenceOf, textOf } from '../input.ts'
import { showProjects } from '../projects.ts'
import { toTag } from '../tags.ts'
import { showTasks } from '../tasks.ts'
import { showTeamMembers } from '../team-members.ts'
import { requirePlace } from '../values.ts'
import { showWorkspaces } from '../workspaces.ts'
import { pageOf } from '../v1/pages.ts'

const BY_AGE = { by: 'created_at', order: 'desc' } as const

type Asked = { ctx: Ctx; places: readonly Membership[]; input: Input; slice: Slice }

/** What forms choose from: the things of one workspace or of all, newest first, a page at a time. */
export function listRoutes(app: FastifyInstance): void {
  listRoute(app, 'workspaces', async ({ ctx, places, slice: { offset, limit } }) => {
    const ids = places.map((place) => place.workspace_id)
    const known = (await listWorkspaces(ctx)).filter(({ workspace_id }) => ids.includes(workspace_id))
    return showWorkspaces(ctx, known.toReversed().slice(offset, offset + limit))
  })
  listRoute(app, 'clients', async ({ ctx, places, slice }) => {
    const { rows } = await listClientsByNumber(ctx, within(places), { ...slice, ...BY_AGE })
    return showClients(ctx, rows)
  })
  listRoute(app, 'projects', async ({ ctx, places, slice }) =>
    inPlaces(
      places,
      await listProjectsByNumber(ctx, within(places), { ...slice, ...BY_AGE }),
      (place, rows) => showProjects(ctx, place, rows),
    ),
  )
  listRoute(app, 'tasks', async ({ ctx, places, input, slice }) => {
    const project = referenceOf(input, 'project_id', 'project')
    const filter = { ...within(places), projectIds: project ? [project] : undefined }
    const { rows } = await listTasksByNumber(ctx, filter, { ...slice, ...BY_AGE })
    return inPlaces(places, rows, (place, tasks) => showTasks(ctx, place, tasks))
  })
  listRoute(app, 'tags', async ({ ctx, places, slice }) =>
    (await listTagsByNumber(ctx, within(places), { ...slice, ...BY_AGE })).rows.map(toTag),
  )
  listRoute(app, 'team-members', async ({ ctx, places, slice }) => {
    const { rows } = await listMembersByNumber(ctx, within(places), slice)
    return inPlaces(places, rows, (place, members) => showTeamMembers(ctx, place, members))
  })
}

function listRoute(app: FastifyInstance, things: string, list: (asked: Asked) => Promise<unknown[]>): void {
  app.get(
    `/triggers/${things}`,
    { schema: { summary: `List ${things.replace('-', ' ')} to choose from, newest first` } },
    async (request: FastifyRequest) => {
      const { ctx } = request
      const input = queryOf(request)
      const uuid = textOf(input, 'workspace_id')
      const places = !uuid ? await membershipsOf(ctx) : [await requirePlace(ctx, uuid)]
      return list({ ctx, places, input, slice: pageOf(request).slice })
    },
  )
}

/** The filter of one workspace, or of none where all are asked for. */
function within(places: readonly Membership[]): { workspaceId?: number } {
  const [place, ...others] = places
  return place && others.length === 0 ? { workspaceId: place.workspace_id } : {}
}

/** Shows the rows of each workspace by its own rules, in the order in which they came. */
async function inPlaces<Row extends { id: number; workspace_id: number }, Shown>(
  places: readonly Membership[],
  rows: readonly Row[],
  show: (place: Membership, rows: readonly Row[]) => Promise<Shown[]>,
): Promise<Shown[]> {
  const shown = new Map<number, Shown>()
  const byPlace = groupBy(rows, (row) => row.workspace_id)
  for (const place of places) {
    const own = byPlace.get(place.workspace_id) ?? []
    const answers = own.length > 0 ? await show(place, own) : []
    for (const [index, row] of own.entries()) {
      const answer = answers[index]
      if (answer !== undefined) shown.set(row.id, answer)
    }
  }
  return rows.flatMap((row) => shown.get(row.id) ?? [])
}
