import { isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import type { Rate } from '../../../core/rates.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { listedTime } from '../values.ts'
import { roleName } from './roles.ts'

/** What an answer says of a workspace beside what is on its row. */
export type BesideWorkspace = {
  /** The workspace's own rate, as far as one may know it. */
  rate?: Rate
  activeProjects?: number
}

/**
 * A workspace as the service shows it, on the plan that has everything. Who may see whose time and money is fixed here,
 * and so are the flags that say it.
 */
function toWorkspace({ workspace, role }: Membership, { rate, activeProjects }: BesideWorkspace = {}) {
  return {
    id: workspace.id,
    organization_id: workspace.id,
    name: workspace.name,
    premium: true,
    business_ws: true,
    admin: isWorkspaceAdmin(role),
    role: roleName(role),
    suspended_at: null,
    server_deleted_at: workspace.deleted_at === null ? null : listedTime(workspace.deleted_at),
    default_hourly_rate: rate?.amount == null ? null : majorUnits(rate.amount, rate.currency),
    rate_last_updated: rate ? listedTime(rate.updated_at) : null,
    default_currency: workspace.currency,
    only_admins_may_create_projects: workspace.only_admins_create_projects === 1,
    only_admins_may_create_tags: FIXED.only_admins_may_create_tags,
    only_admins_see_billable_rates: FIXED.only_admins_see_billable_rates,
    only_admins_see_team_dashboard: FIXED.only_admins_see_team_dashboard,
    projects_billable_by_default: workspace.default_billing_status === 'billable',
    projects_private_by_default: FIXED.projects_private_by_default,
    projects_enforce_billable: FIXED.projects_enforce_billable,
    limit_public_project_data: FIXED.limit_public_project_data,
    last_modified: listedTime(workspace.updated_at),
    reports_collapse: FIXED.reports_collapse,
    rounding: ROUNDINGS[workspace.rounding_mode],
    rounding_minutes: workspace.rounding_mode === 'none' ? 0 : workspace.rounding_minutes,
    api_token: '',
    at: listedTime(workspace.updated_at),
    logo_url: '',
    ical_url: '',
    ical_enabled: false,
    csv_upload: null,
    subscription: null,
    hide_start_end_times: false,
    working_hours_in_minutes: null,
    ...(activeProjects === undefined ? {} : { active_project_count: activeProjects }),
  }
}

/** Settings of the service that are not settings here, with what holds here. */
export const FIXED = {
  only_admins_may_create_tags: false,
  only_admins_see_billable_rates: true,
  only_admins_see_team_dashboard: true,
  projects_private_by_default: false,
  projects_enforce_billable: false,
  limit_public_project_data: false,
  reports_collapse: true,
} as const

/** Down, to the nearest, up. What is not rounded is said by zero minutes. */
export const ROUNDINGS = { down: -1, nearest: 0, up: 1, none: 1 } as const

/** Workspaces with their rates. */
export async function showWorkspaces(
  ctx: Ctx,
  memberships: readonly Membership[],
  activeProjects?: ReadonlyMap<number, number>,
) {
  const rates = await currentRates(ctx, memberships, { level: 'workspace' })
  const rateOf = new Map(rates.map((rate) => [rate.workspace_id, rate]))
  return memberships.map((membership) => {
    const { workspace_id: id } = membership
    const count = activeProjects ? (activeProjects.get(id) ?? 0) : undefined
    return toWorkspace(membership, { rate: rateOf.get(id), activeProjects: count })
  })
}
