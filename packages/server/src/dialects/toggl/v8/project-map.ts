import type { Ctx } from '../../../core/context.ts'
import { type FlatFilter, listProjectsByNumber } from '../../../core/projects/list.ts'
import type { ProjectRow } from '../../../core/projects/read.ts'
import { WHOLE } from '../v9/lists.ts'
import { showProjects } from '../v9/projects.ts'
import { type Input, queryFlag, queryTristate } from '../wire.ts'
import { colorNumber } from '../colors.ts'

/** Projects as this version shows them, with the hours that were worked on them where that is asked for. */
export async function toProjects(ctx: Ctx, projects: readonly ProjectRow[], withHours = false) {
  return (await showProjects(ctx, projects)).map((project) => ({
    id: project.id,
    wid: project.wid,
    cid: project.cid,
    name: project.name,
    billable: project.billable,
    is_private: project.is_private,
    active: project.active,
    template: project.template,
    at: project.at,
    created_at: project.created_at,
    server_deleted_at: project.server_deleted_at,
    color: colorNumber(project.color),
    auto_estimates: project.auto_estimates,
    estimated_hours: project.estimated_hours,
    rate: project.rate,
    actual_hours: withHours ? project.actual_hours : null,
    hex_color: project.color,
  }))
}

/** The projects of a list, those in use unless others are asked for. */
export async function askedProjects(ctx: Ctx, filter: FlatFilter, query: Input) {
  // Nothing is a template here.
  if (queryFlag(query, 'only_templates')) return []
  const isActive = queryTristate(query, 'active', true)
  const isArchived = isActive === undefined ? undefined : !isActive
  const page = { offset: 0, limit: WHOLE.limit, by: 'title_key', order: 'asc' } as const
  const projects = await listProjectsByNumber(ctx, { ...filter, isArchived }, page)
  return toProjects(ctx, projects, queryFlag(query, 'actual_hours'))
}
