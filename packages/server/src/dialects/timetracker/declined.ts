import type { FastifyInstance } from 'fastify'
import { withoutModule } from './errors.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What the system has and this server does not offer, with the methods it has there, by the module it belongs to. */
export const DECLINED: Readonly<
  Record<string, readonly (readonly [methods: readonly Method[], path: string])[]>
> = {
  project_costs: [
    [['GET', 'POST'], '/projects/:project_id/costs'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/project-costs/:cost_id'],
  ],
  invoices: [
    [['POST'], '/clients/:client_id/invoice-unbilled'],
    [['GET', 'POST'], '/invoices'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/invoices/:invoice_id'],
    [['POST'], '/invoices/from-time-entries'],
    [['POST'], '/invoices/:invoice_id/generate-from-time'],
    [['PUT'], '/invoices/:invoice_id/items'],
    [['GET'], '/invoices/:invoice_id/pdf'],
    [['GET', 'POST'], '/tax-rules'],
    [['PUT', 'PATCH', 'DELETE'], '/tax-rules/:rule_id'],
    [['GET', 'POST'], '/currencies'],
    [['PUT', 'PATCH'], '/currencies/:code'],
    [['GET', 'POST'], '/exchange-rates'],
    [['PUT', 'PATCH'], '/exchange-rates/:rate_id'],
    [['GET'], '/invoice-pdf-templates'],
    [['GET'], '/invoice-pdf-templates/:page_size'],
    [['GET', 'POST'], '/invoice-templates'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/invoice-templates/:template_id'],
  ],
  client_notes: [
    [['GET', 'POST'], '/clients/:client_id/notes'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/client-notes/:note_id'],
  ],
  issues: [
    [['GET', 'POST'], '/issues'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/issues/:issue_id'],
  ],
  invoice_approvals: [
    [['POST'], '/invoices/:invoice_id/request-approval'],
    [['GET'], '/invoice-approvals'],
    [['GET'], '/invoice-approvals/:approval_id'],
    [['POST'], '/invoice-approvals/:approval_id/approve'],
    [['POST'], '/invoice-approvals/:approval_id/reject'],
  ],
  expenses: [
    [['GET', 'POST'], '/expenses'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/expenses/:expense_id'],
  ],
  payments: [
    [['GET', 'POST'], '/payments'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/payments/:payment_id'],
  ],
  mileage: [
    [['GET', 'POST'], '/mileage'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/mileage/:entry_id'],
    [['GET'], '/mileage/gps'],
    [['POST'], '/mileage/gps/start'],
    [['POST'], '/mileage/gps/:track_id/point'],
    [['POST'], '/mileage/gps/:track_id/stop'],
    [['POST'], '/mileage/gps/:track_id/expense'],
  ],
  per_diem: [
    [['GET', 'POST'], '/per-diems'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/per-diems/:pd_id'],
    [['GET', 'POST'], '/per-diem-rates'],
  ],
  budget_alerts: [
    [['GET', 'POST'], '/budget-alerts'],
    [['POST'], '/budget-alerts/:alert_id/ack'],
  ],
  calendar: [
    [['GET', 'POST'], '/calendar/events'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/calendar/events/:event_id'],
  ],
  kanban: [
    [['GET', 'POST'], '/kanban/columns'],
    [['PUT', 'PATCH', 'DELETE'], '/kanban/columns/:col_id'],
    [['POST'], '/kanban/columns/reorder'],
  ],
  saved_filters: [
    [['GET', 'POST'], '/saved-filters'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/saved-filters/:filter_id'],
  ],
  time_entry_templates: [
    [['GET', 'POST'], '/time-entry-templates'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/time-entry-templates/:tpl_id'],
  ],
  comments: [
    [['GET', 'POST'], '/comments'],
    [['PUT', 'PATCH', 'DELETE'], '/comments/:comment_id'],
  ],
  quotes: [
    [['GET', 'POST'], '/quotes'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/quotes/:quote_id'],
  ],
  recurring_invoices: [
    [['GET', 'POST'], '/recurring-invoices'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/recurring-invoices/:ri_id'],
    [['POST'], '/recurring-invoices/:ri_id/generate'],
  ],
  credit_notes: [
    [['GET', 'POST'], '/credit-notes'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/credit-notes/:cn_id'],
  ],
  inventory: [
    [['GET', 'POST'], '/inventory/items'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/inventory/items/:item_id'],
    [['GET'], '/inventory/items/:item_id/availability'],
    [['GET'], '/inventory/warehouses'],
    [['GET'], '/inventory/stock-levels'],
    [['POST'], '/inventory/movements'],
    [['GET', 'POST'], '/inventory/transfers'],
    [['GET'], '/inventory/transfers/:reference_id'],
    [['GET'], '/inventory/reports/valuation'],
    [['GET'], '/inventory/reports/movement-history'],
    [['GET'], '/inventory/reports/turnover'],
    [['GET'], '/inventory/reports/low-stock'],
    [['GET', 'POST'], '/inventory/suppliers'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/inventory/suppliers/:supplier_id'],
    [['GET'], '/inventory/suppliers/:supplier_id/stock-items'],
    [['GET', 'POST'], '/inventory/purchase-orders'],
    [['GET', 'PUT', 'PATCH', 'DELETE'], '/inventory/purchase-orders/:po_id'],
    [['POST'], '/inventory/purchase-orders/:po_id/receive'],
  ],
  timesheet_policy: [[['GET', 'PUT', 'PATCH'], '/timesheet-policy']],
  time_off: [
    [['GET', 'POST'], '/time-off/leave-types'],
    [['DELETE'], '/time-off/leave-types/:leave_type_id'],
    [['GET', 'POST'], '/time-off/requests'],
    [['DELETE'], '/time-off/requests/:request_id'],
    [['POST'], '/time-off/requests/:request_id/approve'],
    [['POST'], '/time-off/requests/:request_id/reject'],
    [['GET'], '/time-off/requests/:request_id/pdf'],
    [['GET'], '/time-off/balances'],
    [['GET', 'POST'], '/time-off/holidays'],
    [['DELETE'], '/time-off/holidays/:holiday_id'],
  ],
  attendance: [
    [['GET'], '/reports/compliance/belgium-attendance'],
    [['GET'], '/attendance/status'],
    [['POST'], '/attendance/break/start'],
    [['POST'], '/attendance/break/end'],
    [['GET'], '/attendance/history'],
    [['POST'], '/attendance/corrections'],
  ],
  workday: [
    [['GET'], '/workday/status'],
    [['POST'], '/workday/start'],
    [['POST'], '/workday/end'],
  ],
  ai_helper: [
    [['GET'], '/ai/context-preview'],
    [['POST'], '/ai/chat'],
    [['POST'], '/ai/actions/confirm'],
  ],
}

/** Answers what is not offered as the system does where a module is switched off, once it is known who asks. */
export function declinedRoutes(app: FastifyInstance): void {
  for (const [module, calls] of Object.entries(DECLINED)) {
    for (const [methods, url] of calls) {
      app.route({
        method: [...methods],
        url,
        config: { isDeclined: true },
        schema: { summary: 'Not offered' },
        handler: () => {
          throw withoutModule(module)
        },
      })
    }
  }
}
