export const integrationKey = {
  title: 'Integration key',
  text: 'Zapier and other services that work with Timetracker.in take this key. It may do all that you may; there is one, and it holds until you replace it.',
  generate: 'Create key',
  isOff: 'Switched off: whatever uses it is refused.',
  replace: 'Replace key',
  replaceTitle: 'Replace your integration key?',
  replaceText:
    'The old key stops working at once: every integration that uses it waits until you give it the new one. This cannot be taken back.',
  revokeTitle: 'Revoke your integration key?',
  revokeText: 'Every integration that uses it stops working at once. This cannot be taken back.',
} as const
