import { expect, test } from 'vitest'
import { resolveBillingStatus, type StatusSources } from './billing-status.ts'

const nothing: StatusSources = {
  explicit: undefined,
  project: null,
  workspace: null,
  user: null,
  lastWord: 'billable',
}

test.each<[string, Partial<StatusSources>, string]>([
  ['the caller’s last word when nobody decides', {}, 'billable'],
  ['another last word of another caller', { lastWord: 'not_billable' }, 'not_billable'],
  ['the user’s before the last word', { user: 'not_billable' }, 'not_billable'],
  ['the workspace’s before the user’s', { workspace: 'not_billable', user: 'billable' }, 'not_billable'],
  [
    'the project’s before the workspace’s',
    { project: 'not_billable', workspace: 'billable' },
    'not_billable',
  ],
  ['the explicit one before the project’s', { explicit: 'paid', project: 'not_billable' }, 'paid'],
  ['not the explicit one when it is none', { explicit: null, project: 'not_billable' }, 'not_billable'],
])('the status of a new entry is %s', (_, sources, expected) => {
  expect(resolveBillingStatus({ ...nothing, ...sources })).toBe(expected)
})
