import type { nav as english } from '../en/nav.ts'
import type { Words } from '../words.ts'

export const nav: Words<typeof english> = {
  home: 'Sundial, zum Timer',
  skipToContent: 'Zum Inhalt',
  rooms: 'Hauptmenü',
  timer: 'Timer',
  timesheet: 'Stundenzettel',
  calendar: 'Kalender',
  tasks: 'Aufgaben',
  approvals: 'Freigaben',
  waiting_one: '{{count}} wartet auf Sie',
  waiting_other: '{{count}} warten auf Sie',
  reports: 'Berichte',
  projects: 'Projekte',
  clients: 'Kunden',
  tags: 'Schlagwörter',
  team: 'Team',
  settings: 'Einstellungen',
  more: 'Mehr',
  toTimer: 'Zum Timer',
  workspaces: 'Arbeitsbereiche',
}
