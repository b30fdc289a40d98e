import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { showWorkspaces } from '../v9/workspaces.ts'

/** Workspaces as this version shows them, which knows fewer of their settings. */
export async function toWorkspaces(ctx: Ctx, memberships: readonly Membership[]) {
  return (await showWorkspaces(ctx, memberships)).map((workspace) => ({
    id: workspace.id,
    name: workspace.name,
    // The number of the plan, which is the one that has everything.
    profile: 102,
    premium: workspace.premium,
    admin: workspace.admin,
    default_hourly_rate: workspace.default_hourly_rate ?? 0,
    default_currency: workspace.default_currency,
    only_admins_may_create_projects: workspace.only_admins_may_create_projects,
    only_admins_see_billable_rates: workspace.only_admins_see_billable_rates,
    only_admins_see_team_dashboard: workspace.only_admins_see_team_dashboard,
    projects_billable_by_default: workspace.projects_billable_by_default,
    rounding: workspace.rounding,
    rounding_minutes: workspace.rounding_minutes,
    api_token: workspace.api_token,
    at: workspace.at,
    logo_url: workspace.logo_url,
    ical_url: workspace.ical_url,
    ical_enabled: workspace.ical_enabled,
    subscription: workspace.subscription,
  }))
}
