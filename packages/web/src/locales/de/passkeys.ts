import type { passkeys as english } from '../en/passkeys.ts'
import type { Words } from '../words.ts'

export const passkeys: Words<typeof english> = {
  title: 'Passkeys',
  text: 'Mit einem Passkey melden Sie sich durch Finger, Gesicht oder PIN eines Geräts an, ohne Adresse und Passwort.',
  add: 'Passkey hinzufügen',
  empty: 'Noch keine Passkeys',
  emptyHint: 'Am besten einen für jedes Gerät, mit dem Sie sich anmelden.',
  name: 'Name',
  nameNeeded: 'Dem Passkey einen Namen geben.',
  made: 'erstellt {{date}}',
  lastUsed: 'zuletzt verwendet {{date}}',
  neverUsed: 'nie verwendet',
  renameNamed: '{{name}} umbenennen',
  remove: 'Entfernen',
  removeNamed: '{{name}} entfernen',
  removeTitle: '„{{name}}“ entfernen?',
  removeText:
    'Damit ist dann keine Anmeldung mehr möglich. Das Gerät bietet ihn vielleicht weiter an, bis er auch dort entfernt ist.',
  removeConfirm: 'Passkey entfernen',
  unsupported:
    'Dieser Browser kennt keine Passkeys, oder die Adresse dieses Servers ist keine, mit der sie gehen: Sie brauchen https oder localhost.',
}
