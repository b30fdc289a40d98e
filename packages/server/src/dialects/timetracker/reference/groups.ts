import type { ReferenceGroup } from '../../../http/reference.ts'

function below(...roots: string[]): string[] {
  return roots.map((root) => `api/v1/${root}`)
}

/** The headings of the pages, in order. */
export const GROUPS: readonly ReferenceGroup[] = [
  {
    name: 'System',
    about: 'What this server is, and a key for a password.',
    roots: [...below('info', 'health', 'auth'), 'api/openapi.json'],
  },
  {
    name: 'Users',
    about: 'Oneself, the others, and one’s favourite projects.',
    roots: below('users'),
  },
  { name: 'Projects', about: 'What time is spent on.', roots: below('projects') },
  { name: 'Time entries', about: 'Time that was spent.', roots: below('time-entries') },
  { name: 'Timer', about: 'One’s running entry, of which there is at most one.', roots: below('timer') },
  { name: 'Tasks', about: 'Tasks of projects.', roots: below('tasks') },
  {
    name: 'Clients',
    about: 'Whom projects are for, and the people there.',
    roots: below('clients', 'contacts'),
  },
  {
    name: 'Leads and deals',
    about: 'Who may become a client, and what may come of it.',
    roots: below('leads', 'deals'),
  },
  { name: 'Search', about: 'One question over everything one may see.', roots: below('search') },
  {
    name: 'Approvals',
    about:
      'Finished time is submitted and goes through the levels of its policy. What is approved is locked; what is changed while it waits is to be submitted anew.',
    roots: below('time-entry-approvals', 'time-approval-policies', 'time-entries/:entry_id/request-approval'),
  },
  {
    name: 'Timesheets',
    about: 'The weeks of a person, submitted and decided on as a whole. A week stands as its entries stand.',
    roots: below('timesheet-periods', 'reports/compliance/locked-periods'),
  },
  {
    name: 'Reports',
    about: 'Time added up, on the screen or as a file.',
    roots: below('reports', 'exports'),
  },
  {
    name: 'Webhooks',
    about:
      'Addresses that are told of what happens, for owners and admins. `X-Webhook-Signature` is `sha256=` and the HMAC of the body in hexadecimal. What is not taken with a 2xx is sent again.',
    roots: below('webhooks'),
  },
  {
    name: 'Audit',
    about: 'What happened and who did it.',
    roots: below('audit-logs', 'activities', 'reports/compliance/audit-events'),
  },
  {
    name: 'Keys',
    about:
      'Everybody’s keys, for the administrators of the installation: by the session of the web app, or by a key with `admin:all`.',
    roots: ['admin/api-tokens'],
  },
]
