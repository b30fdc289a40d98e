import { isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import { exactTime } from '../values.ts'

/** What stands for the plan of a workspace: everything is included, and nothing is to be paid. */
const PLAN = 'Premium'

/** The organization that stands for a workspace, under the same number. */
export function toOrganization({ workspace, role }: Membership, userCount: number) {
  return {
    id: workspace.id,
    name: workspace.name,
    pricing_plan_id: 0,
    created_at: exactTime(workspace.created_at),
    at: exactTime(workspace.updated_at),
    server_deleted_at: workspace.deleted_at === null ? null : exactTime(workspace.deleted_at),
    is_multi_workspace_enabled: false,
    suspended_at: null,
    user_count: userCount,
    trial_info: {
      trial: false,
      trial_available: false,
      trial_end_date: null,
      next_payment_date: null,
      last_pricing_plan_id: null,
      can_have_trial: false,
      trial_plan_id: null,
    },
    is_unified: true,
    max_workspaces: 1,
    permissions: null,
    admin: isWorkspaceAdmin(role),
    owner: role === 'owner',
    pricing_plan_name: PLAN,
    pricing_plan_enterprise: false,
  }
}
