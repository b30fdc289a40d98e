import type { clients as english } from '../en/clients.ts'
import type { Words } from '../words.ts'

export const clients: Words<typeof english> = {
  new: 'Neuer Kunde',
  edit: 'Kunden bearbeiten',
  create: 'Kunden erstellen',
  save: 'Kunden speichern',
  name: 'Name',
  nameNeeded: 'Dem Kunden einen Namen geben.',
  contactPerson: 'Ansprechperson',
  contact: 'Kontakt',
  phone: 'Telefon',
  address: 'Adresse',
  notes: 'Notizen',
  search: 'Kunden suchen',
  noMatch: 'Kein Kunde passt.',
  empty: 'Noch keine Kunden',
  emptyHint: 'Ein Kunde ist, für wen Sie arbeiten. Projekte können zu einem gehören.',
  count_one: '{{count}} Kunde',
  count_other: '{{count}} Kunden',
  deleteNamed: 'Kunden {{name}} löschen',
  ratesOf: 'Sätze des Kunden {{name}}',
  currency: 'Währung',
  currencyHint: 'Für neue Sätze dieses Kunden und seiner Projekte.',
  workspaceCurrency: 'Wie im Arbeitsbereich',
  deleted: '„{{name}}“ gelöscht.',
}
