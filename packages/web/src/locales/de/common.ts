import type { common as english } from '../en/common.ts'
import type { Words } from '../words.ts'

export const common: Words<typeof english> = {
  cancel: 'Abbrechen',
  clear: 'Leeren',
  close: 'Schließen',
  copied: 'Kopiert',
  copy: 'Kopieren',
  delete: 'Löschen',
  done: 'Fertig',
  loading: 'Wird geladen',
  save: 'Änderungen speichern',
  sortBy: 'Sortieren nach',
  sortedDown: '{{label}}, absteigend sortiert',
  sortedUp: '{{label}}, aufsteigend sortiert',
  tryAgain: 'Erneut versuchen',
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht.',
  wholeNumberNeeded: 'Eine ganze Zahl von {{least}} bis {{most}} eingeben.',
}
