import type { installed as english } from '../en/installed.ts'
import type { Words } from '../words.ts'

export const installed: Words<typeof english> = {
  newVersion: 'Es gibt eine neue Version von Sundial.',
  reload: 'Seite neu laden',
  offline: 'Keine Verbindung',
  offlineHint:
    'Sundial braucht den Server, um Ihre Zeit zu zeigen. Es geht von selbst weiter, sobald die Verbindung wieder da ist.',
  offlineNotice:
    'Keine Verbindung. Was zu sehen ist, kann veraltet sein, und Änderungen lassen sich nicht speichern.',
}
