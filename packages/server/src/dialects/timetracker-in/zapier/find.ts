import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { listClientsByNumber } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import { AppError } from '../../../core/errors.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { listTagsByNumber } from '../../../core/tags.ts'
import { listTasksByNumber } from '../../../core/task-lists.ts'
import type { House } from '../../../http/house.ts'
import { showClients } from '../clients.ts'
import { entryFilterOf, showEntries } from '../entries.ts'
import { refused } from '../errors.ts'
import { bodyOf, type Input, queryOf, wordsOf } from '../input.ts'
import { showProjects } from '../projects.ts'
import { toTag } from '../tags.ts'
import { showTasks } from '../tasks.ts'
import { findPlace } from '../values.ts'

/** The newest that fit, of which there are at most so many. */
const NEWEST = { offset: 0, limit: 100, by: 'created_at', order: 'desc' } as const

/** Finds things of a workspace by a part of their name: a list, which is empty where there is nothing to find. */
export function findRoutes(app: FastifyInstance, house: House): void {
  findRoute(app, 'clients', (ctx, place, name) =>
    listClientsByNumber(ctx, { workspaceId: place.workspace_id, text: name }, NEWEST).then(({ rows }) =>
      showClients(ctx, rows),
    ),
  )
  findRoute(app, 'projects', async (ctx, place, name) =>
    showProjects(
      ctx,
      place,
      await listProjectsByNumber(ctx, { workspaceId: place.workspace_id, phrase: name }, NEWEST),
    ),
  )
  findRoute(app, 'tasks', async (ctx, place, name) => {
    const { rows } = await listTasksByNumber(ctx, { workspaceId: place.workspace_id, text: name }, NEWEST)
    return showTasks(ctx, place, rows)
  })
  findRoute(app, 'tags', async (ctx, place, name) => {
    const { rows } = await listTagsByNumber(ctx, { workspaceId: place.workspace_id, text: name }, NEWEST)
    return rows.map(toTag)
  })
  app.route({
    method: ['GET', 'POST'],
    url: '/triggers/time-entries/find',
    schema: { summary: 'Find time entries by any of their fields' },
    async handler(request) {
      const input = asked(request)
      if (!isText(input['workspace_id'])) throw refused(400, 'workspace_id is required')
      const place = await findPlace(request.ctx, input['workspace_id'])
      if (!place) return []
      return orNothing(async () => {
        const filter = await entryFilterOf(request.ctx, place, input)
        // To look for words may take a walk through all the time of a workspace.
        const page = { offset: 0, limit: NEWEST.limit }
        const { rows } = await house.reading.ask(request.ctx, 'entriesByNumber', { filter, page })
        return showEntries(request.ctx, rows)
      })
    },
  })
}

type Find = (ctx: Ctx, place: Membership, name: string) => Promise<unknown[]>

/** A search by name. The documents have a GET for tasks alone; here any can be asked so. */
function findRoute(app: FastifyInstance, things: string, find: Find): void {
  app.route({
    method: ['GET', 'POST'],
    url: `/triggers/${things}/find`,
    schema: { summary: `Find ${things} by a part of their name` },
    async handler(request) {
      const input = asked(request)
      const name = wordsOf(input, 'name')
      if (!isText(input['workspace_id']) || name === undefined)
        throw refused(400, 'workspace_id and name are required')
      const place = await findPlace(request.ctx, input['workspace_id'])
      return place ? find(request.ctx, place, name) : []
    },
  })
}

/** There is no time of what there is not. */
async function orNothing<T>(find: () => Promise<T[]>): Promise<T[]> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof AppError && error.reason === 'no_such_thing') return []
    throw error
  }
}

function asked(request: FastifyRequest): Input {
  return { ...queryOf(request), ...bodyOf(request) }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
