import type { FastifyInstance } from 'fastify'
import { inWords } from './errors.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What the service has and this server does not offer, with the methods that the service has there. */
export type Declined = readonly [methods: readonly Method[], path: string]

const NINE = '/api/v9'
const REPORTS = '/reports/api/v3'
const INSIGHTS = '/insights/api/v1'
const EIGHT = '/api/v8'

/** Paths whose methods no document of the service spells out: any of them is answered alike. */
const WHOLE_PATHS = [
  '/audit_logs/:organization_id/:from/:to',
  '/auth/saml2/login',
  '/auth/saml2/login/:workspace_id',
  '/avatars',
  '/avatars/use_gravatar',
  '/desktop_login',
  '/desktop_login_tokens',
  '/feedback',
  '/integrations/calendar',
  '/integrations/calendar/calendars',
  '/integrations/calendar/calendars/selected',
  '/integrations/calendar/events',
  '/integrations/calendar/events/details-suggestion',
  '/integrations/calendar/events/update',
  '/integrations/calendar/events/:event_id/details-suggestion',
  '/integrations/calendar/setup',
  '/integrations/calendar/:integration_id',
  '/integrations/calendar/:integration_id/calendars',
  '/integrations/calendar/:integration_id/calendars/update',
  '/integrations/calendar/:integration_id/calendars/:calendar_id',
  '/integrations/calendar/:integration_id/calendars/:id_calendar/events',
  '/me/enable_sso',
  '/me/timesheets',
  '/organizations/:organization_id/invoices/:invoice_uid.pdf',
  '/organizations/:organization_id/payment_records',
  '/organizations/:organization_id/plans',
  '/organizations/:organization_id/plans/:plan_id',
  '/organizations/:organization_id/segmentation',
  '/organizations/:organization_id/subscription',
  '/organizations/:organization_id/subscription/cancellation_feedback',
  '/organizations/:organization_id/subscription/customer',
  '/organizations/:organization_id/subscription/discount_request',
  '/organizations/:organization_id/subscription/feature_upsell_multi',
  '/organizations/:organization_id/subscription/invoice_summary',
  '/organizations/:organization_id/subscription/payment_failed',
  '/organizations/:organization_id/subscription/promocode',
  '/organizations/:organization_id/subscription/purchase_orders/:purchase_order_uid.pdf',
  '/organizations/:organization_id/subscription/setup_intent',
  '/organizations/:organization_id/subscription/trial',
  '/organizations/:organization_id/subscription/upgrade_request/:feature_id',
  '/smail/contact',
  '/smail/demo',
  '/smail/meet',
  '/subscriptions/plans',
  '/sync-server/me/goals',
  '/workspaces/plans',
  '/workspaces/:workspace_id/alerts',
  '/workspaces/:workspace_id/alerts/:alert_id',
  '/workspaces/:workspace_id/expenses',
  '/workspaces/:workspace_id/expenses/upload',
  '/workspaces/:workspace_id/goals',
  '/workspaces/:workspace_id/goals/:goal_id',
  '/workspaces/:workspace_id/invoices',
  '/workspaces/:workspace_id/invoices/:invoice_id.pdf',
  '/workspaces/:workspace_id/invoices/:user_invoice_id',
  '/workspaces/:workspace_id/linked_sso_profiles',
  '/workspaces/:workspace_id/linked_sso_profiles/:sso_profile_id',
  '/workspaces/:workspace_id/payment_receipts/:payment_id.pdf',
  '/workspaces/:workspace_id/subscription',
  '/workspaces/:workspace_id/subscription/purchase_orders/:purchase_order_id.pdf',
  '/workspaces/:workspace_id/timesheet_setups',
  '/workspaces/:workspace_id/timesheet_setups/:setup_id',
  '/workspaces/:workspace_id/timesheets',
  '/workspaces/:workspace_id/timesheets/hours',
  '/workspaces/:workspace_id/timesheets/:setup_id/:start_date',
  '/workspaces/:workspace_id/timesheets/:setup_id/:start_date/history',
  '/workspaces/:workspace_id/timesheets/:setup_id/:start_date/time_entries',
]

/** Single calls, beside others on the same path that are served. */
const SINGLE_CALLS: readonly Declined[] = [
  [['GET', 'PUT', 'POST'], `${NINE}/workspaces/:workspace_id/reports/shared`],
  [['PATCH'], `${NINE}/workspaces/:workspace_id/reports/shared/bulk_delete`],
  [['GET', 'PUT', 'DELETE'], `${NINE}/workspaces/:workspace_id/reports/shared/:report_id`],
  [['GET', 'POST'], `${NINE}/workspaces/:workspace_id/scheduled_reports`],
  [['DELETE'], `${NINE}/workspaces/:workspace_id/scheduled_reports/:report_id`],
  [['POST'], `${NINE}/me/accept_tos`],
  [['POST'], `${NINE}/me/close_account`],
  [['POST'], `${NINE}/me/disable_product_emails/:disable_code`],
  [['POST'], `${NINE}/me/disable_weekly_report/:weekly_report_code`],
  [['GET', 'POST'], `${NINE}/me/export`],
  [['GET'], `${NINE}/me/export/data/:file`],
  [['GET', 'PUT', 'POST'], `${NINE}/me/favorites`],
  [['POST'], `${NINE}/me/favorites/suggestions`],
  [['DELETE'], `${NINE}/me/favorites/:favorite_id`],
  [['GET', 'POST', 'DELETE'], `${NINE}/me/push_services`],
  [['GET', 'POST'], `${NINE}/me/cors`],
  [['DELETE'], `${NINE}/me/cors/:id`],
  [['GET'], `${NINE}/me/time_entries/checklist`],
  [['POST'], `${NINE}/me/time_entries_shared_with`],
  [['GET'], `${NINE}/me/track_reminders`],
  [['GET'], `${NINE}/me/web-timer`],
  [['GET', 'POST', 'DELETE'], `${NINE}/timeline`],
  [['GET'], `${EIGHT}/workspaces/:workspace_id/groups`],
  [['POST'], `${EIGHT}/groups`],
  [['PUT', 'DELETE'], `${EIGHT}/groups/:group_id`],
  [['GET'], `${NINE}/ical/workspace_user/:token`],
  [['GET'], `${NINE}/groups`],
  [['GET', 'POST'], `${NINE}/organizations/:organization_id/groups`],
  [['PUT', 'DELETE', 'PATCH'], `${NINE}/organizations/:organization_id/groups/:group_id`],
  [['GET', 'POST'], `${NINE}/organizations/:organization_id/owner/transfer`],
  [['GET'], `${NINE}/organizations/:organization_id/owner/transfer/:transfer_id`],
  [['POST'], `${NINE}/organizations/:organization_id/owner/transfer/:transfer_id/:action`],
  [['GET'], `${NINE}/organizations/:organization_id/roles`],
  [['GET'], `${NINE}/organizations/:organization_id/workspaces/:workspace_id/groups`],
  [['GET', 'POST'], `${NINE}/workspaces/:workspace_id/exports`],
  [['GET'], `${NINE}/workspaces/:workspace_id/exports/data/:file`],
  [['GET', 'PUT', 'POST'], `${NINE}/workspaces/:workspace_id/favorites`],
  [['POST'], `${NINE}/workspaces/:workspace_id/favorites/suggestions`],
  [['DELETE'], `${NINE}/workspaces/:workspace_id/favorites/:favorite_id`],
  [['GET', 'POST'], `${NINE}/workspaces/:workspace_id/groups`],
  [['PUT', 'DELETE'], `${NINE}/workspaces/:workspace_id/groups/:group_id`],
  [['POST'], `${NINE}/workspaces/:workspace_id/ical/reset`],
  [['POST'], `${NINE}/workspaces/:workspace_id/ical/toggle`],
  [['GET', 'POST', 'DELETE'], `${NINE}/workspaces/:workspace_id/logo`],
  [['GET', 'POST'], `${NINE}/workspaces/:workspace_id/project_groups`],
  [['DELETE'], `${NINE}/workspaces/:workspace_id/project_groups/:project_group_id`],
  [['POST'], `${NINE}/workspaces/:workspace_id/projects/billable-amounts`],
  [['GET'], `${NINE}/workspaces/:workspace_id/projects/templates`],
  [['GET'], `${NINE}/workspaces/:workspace_id/projects/:project_id/periods`],
  [['GET'], `${NINE}/workspaces/:workspace_id/time_entry_invitations`],
  [['POST'], `${NINE}/workspaces/:workspace_id/time_entry_invitations/:time_entry_invitation_id/:action`],
  [['GET', 'POST'], `${NINE}/workspaces/:workspace_id/track_reminders`],
  [['PUT', 'DELETE'], `${NINE}/workspaces/:workspace_id/track_reminders/:reminder_id`],
  [['POST'], `${REPORTS}/shared/:report_token`],
  [['POST'], `${REPORTS}/shared/:report_token/csv`],
  [['POST'], `${REPORTS}/shared/:report_token/pdf`],
  [['POST'], `${REPORTS}/shared/:report_token/xlsx`],
  [['POST'], `${REPORTS}/workspace/:workspace_id/profitability/projects`],
  [['POST'], `${INSIGHTS}/workspace/:workspace_id/data_trends/projects`],
  [['POST'], `${INSIGHTS}/workspace/:workspace_id/profitability/:file`],
  [['POST'], `${INSIGHTS}/workspace/:workspace_id/trends/:file`],
]

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Everything this server declines of the service. */
export const DECLINED: readonly Declined[] = [
  ...WHOLE_PATHS.map((path) => [METHODS, NINE + path] as const),
  ...SINGLE_CALLS,
]

/** Answers what is not offered as the service does on a plan without it, once it is known who asks. */
export function declinedRoutes(app: FastifyInstance): void {
  for (const [methods, url] of DECLINED) {
    app.route({
      method: [...methods],
      url,
      config: { isDeclined: true },
      schema: { summary: 'Not offered' },
      handler: () => {
        throw inWords('unsupported', 'not_offered', 'Workspace needs to have this feature enabled')
      },
    })
  }
}
