import type { FastifyInstance } from 'fastify'
import { membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import type { Entry } from '../../core/entries/entry.ts'
import type { EntryFilter } from '../../core/entries/filter.ts'
import { listEntriesByNumber } from '../../core/entries/read.ts'
import { projectsById } from '../../core/projects/read.ts'
import type { House } from '../../http/house.ts'
import { listedTimes } from './dates.ts'
import { sharedFilterOf } from './entry-filter.ts'
import { toEmbeddedProject, toEntry } from './map.ts'
import { pageLinks, pageNumber, PER_PAGE } from './pages.ts'
import { booleanOf, type Call, readCall } from './wire.ts'

export function entryListRoutes(app: FastifyInstance, house: House): void {
  app.get('/time-entries', { schema: { summary: 'List time entries' } }, async (request) => {
    const call = readCall(request)
    const page = pageNumber(call.input)
    const filter = await filterOf(call)
    const { rows, total } = await listEntriesByNumber(call.ctx, filter, {
      offset: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    })
    const data = await shownEntries(call, rows)
    // No `message` may stand beside these: GrandTotal's plug-in takes one for a failure.
    return { data, ...pageLinks(house, request, { page, count: rows.length, total }) }
  })
}

async function filterOf(call: Call): Promise<EntryFilter> {
  return {
    ...(await sharedFilterOf(call)),
    ...(await listedTimes(call)),
    isRunning: booleanOf(call.input, 'is_running'),
  }
}

/** Entries as they are answered, with whole projects where the client wants them included. */
export async function shownEntries({ ctx, input }: Call, entries: readonly Entry[]) {
  if (booleanOf(input, 'include_project_data') !== true) {
    return entries.map((entry) => toEntry(entry, ctx.now))
  }
  const projects = await embeddedProjects(ctx, entries)
  return entries.map((entry) => toEntry(entry, ctx.now, projects.get(entry.project_id)))
}

async function embeddedProjects(ctx: Ctx, entries: readonly Entry[]) {
  const memberships = await membershipsOf(ctx)
  const projects = await projectsById(
    ctx,
    entries.flatMap((entry) => entry.project_id ?? []),
  )
  return new Map<number | null, ReturnType<typeof toEmbeddedProject>>(
    [...projects].map(([id, project]) => [id, toEmbeddedProject(project, memberships)]),
  )
}
