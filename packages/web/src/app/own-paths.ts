/**
 * The first parts of the addresses that are the app's own. An installed app answers these itself, also without a
 * network; everything else on this host (the APIs, the reference under /docs) belongs to the server.
 */
export const ownPaths = [
  'admin',
  'approvals',
  'calendar',
  'clients',
  'crm',
  'design',
  'forgot-password',
  'invitations',
  'more',
  'projects',
  'reports',
  'reset-password',
  'settings',
  'setup',
  'shared',
  'sign-in',
  'sign-up',
  'tags',
  'tasks',
  'team',
  'timesheet',
] as const
