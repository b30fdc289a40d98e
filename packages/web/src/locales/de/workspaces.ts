import type { workspaces as english } from '../en/workspaces.ts'
import type { Words } from '../words.ts'

export const workspaces: Words<typeof english> = {
  personal: 'Persönlich',
  name: 'Name',
  settingsText: 'Diese Einstellungen gelten für alle in diesem Arbeitsbereich.',
  settingsReadOnly: 'Nur Inhaber und Admins ändern die Einstellungen dieses Arbeitsbereichs.',
  defaultBilling: 'Abrechnung neuer Einträge',
  refusesOverlap: 'Einträge verweigern, die sich überschneiden',
  protectsBilled: 'Abgerechnete und bezahlte Einträge vor Änderungen ihrer Zeit schützen',
  onlyAdmins: 'Nur Manager und höher erstellen Projekte',
  save: 'Arbeitsbereich speichern',
  money: 'Geld und Rundung',
  moneyText: 'Berichte runden die gezeigte Zeit; was erfasst wurde, bleibt, wie es ist.',
  currencyHint: 'Für neue Sätze und Budgets. Festgelegte Sätze behalten ihre.',
  rounding: 'Berichte runden Zeit',
  roundingMode: {
    none: 'Gar nicht',
    nearest: 'Auf den nächsten Schritt',
    up: 'Aufwärts',
    down: 'Abwärts',
  },
  roundingMinutes: 'Schritt in Minuten',
  roundingPer: 'Jedes für sich',
  roundingOf: {
    entry: 'Jeder Eintrag',
    day_project: 'Die Zeit eines Tages je Projekt',
    total: 'Die Summe',
  },
  saveMoney: 'Geld und Rundung speichern',
  newTeam: 'Neuer Team-Arbeitsbereich',
  newTeamText: 'Ein gemeinsamer Arbeitsbereich: Personen einladen, je nach Rolle die Zeit der anderen sehen.',
  create: 'Team-Arbeitsbereich erstellen',
  created: '„{{name}}“ erstellt. Sie sind jetzt darin.',
}
