export const passkeys = {
  title: 'Passkeys',
  text: 'A passkey signs you in by finger, face or PIN of a device, without address or password.',
  add: 'Add a passkey',
  empty: 'No passkeys yet',
  emptyHint: 'Add one for each device that you sign in from.',
  name: 'Name',
  nameNeeded: 'Give the passkey a name.',
  made: 'made {{date}}',
  lastUsed: 'last used {{date}}',
  neverUsed: 'never used',
  renameNamed: 'Rename {{name}}',
  remove: 'Remove',
  removeNamed: 'Remove {{name}}',
  removeTitle: 'Remove “{{name}}”?',
  removeText:
    'Nobody signs in with it any more. Your device may keep offering it until you remove it there too.',
  removeConfirm: 'Remove passkey',
  unsupported:
    'This browser knows no passkeys, or the address of this server is not one they work with: they need https or localhost.',
} as const
