import type { team as english } from '../en/team.ts'
import type { Words } from '../words.ts'

export const team: Words<typeof english> = {
  invite: 'Person einladen',
  send: 'Einladung senden',
  role: 'Rolle',
  roleOf: 'Rolle von {{name}}',
  link: 'Dieser Server verschickt keine E-Mails. Geben Sie {{email}} diesen Link:',
  mailed: 'Die Einladung an {{email}} ist unterwegs.',
  you: '(Sie)',
  inactive: 'Ehemaliges Mitglied',
  takeBack: 'Wieder aufnehmen',
  remove: 'Mitglied entfernen',
  removeTitle: '{{name}} entfernen?',
  removeText: 'Der laufende Timer hält an, und die Schlüssel enden. Erfasste Zeit bleibt.',
  actionsFor: 'Aktionen für {{name}}',
  invited: 'Eingeladen',
  until: 'Gültig bis {{date}}',
  withdraw: 'Einladung an {{email}} zurückziehen',
  count_one: '{{count}} Mitglied',
  count_other: '{{count}} Mitglieder',
  trackingNow_one: '{{count}} Person erfasst gerade Zeit',
  trackingNow_other: '{{count}} Personen erfassen gerade Zeit',
  nobodyTracks: 'Gerade erfasst niemand Zeit',
  since: 'Seit {{time}}',
}
