import type { TFunction } from 'i18next'

/** What people call a page who do not know its name here. */
const words = {
  '/timesheet': 'palette.words.timesheet',
  '/reports': 'palette.words.reports',
  '/clients': 'palette.words.clients',
  '/crm': 'palette.words.crm',
  '/approvals': 'palette.words.approvals',
  '/team': 'palette.words.team',
  '/settings': 'palette.words.settings',
  '/settings/profile': 'palette.words.profile',
  '/settings/password': 'palette.words.password',
  '/settings/api-keys': 'palette.words.apiKeys',
  '/settings/integrations': 'palette.words.integrations',
  '/settings/connect': 'palette.words.connect',
  '/settings/webhooks': 'palette.words.webhooks',
  '/settings/workspace': 'palette.words.workspace',
  '/admin/api-tokens': 'palette.words.apiTokens',
  '/settings/audit-log': 'palette.words.auditLog',
  '/admin/audit-log': 'palette.words.auditLog',
} as const

/** The words a page is also found by; undefined for one whose name says it all. */
export function wordsFor(to: string, t: TFunction): string | undefined {
  return isKnown(to) ? t(words[to]) : undefined
}

function isKnown(to: string): to is keyof typeof words {
  return to in words
}
