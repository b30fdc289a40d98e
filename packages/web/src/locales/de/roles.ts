import type { roles as english } from '../en/roles.ts'
import type { Words } from '../words.ts'

export const roles: Words<typeof english> = {
  owner: 'Inhaber',
  admin: 'Admin',
  manager: 'Manager',
  member: 'Mitglied',
  viewer: 'Betrachter',
  hint: {
    admin: 'Verwaltet Personen und Einstellungen, sieht und bearbeitet alle Zeit.',
    manager: 'Verwaltet Projekte und Kunden, sieht und bearbeitet alle Zeit.',
    member: 'Erfasst eigene Zeit und erstellt Projekte.',
    viewer: 'Schaut zu, erfasst aber nichts.',
  },
}
