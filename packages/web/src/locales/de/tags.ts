import type { tags as english } from '../en/tags.ts'
import type { Words } from '../words.ts'

export const tags: Words<typeof english> = {
  choose: 'Schlagwörter auswählen',
  are: 'Schlagwörter: {{names}}',
  none: 'Keine Schlagwörter',
  search: 'Schlagwörter suchen',
  emptyShort: 'Noch keine Schlagwörter. Einen Namen tippen, um eines zu erstellen.',
  createNamed: 'Schlagwort „{{name}}“ erstellen',
  create: 'Schlagwort erstellen',
  newName: 'Name eines neuen Schlagworts',
  nameOf: 'Name des Schlagworts {{name}}',
  name: 'Name',
  noMatch: 'Kein Schlagwort passt.',
  empty: 'Noch keine Schlagwörter',
  emptyHint:
    'Schlagwörter kennzeichnen Einträge quer über Projekte. In der Timer-Zeile fügt #name eines hinzu.',
  count_one: '{{count}} Schlagwort',
  count_other: '{{count}} Schlagwörter',
  deleteNamed: 'Schlagwort {{name}} löschen',
  deleted: '„{{name}}“ gelöscht.',
}
