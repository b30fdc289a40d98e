import type { invitation as english } from '../en/invitation.ts'
import type { Words } from '../words.ts'

export const invitation: Words<typeof english> = {
  opening: 'Die Einladung wird geöffnet',
  invalid: 'Diese Einladung kann nicht verwendet werden',
  title: '{{workspace}} beitreten',
  text: '{{email}} ist eingeladen, Rolle: {{role}}.',
  otherAccount:
    'Sie sind als {{mine}} angemeldet. Melden Sie sich ab, um mit der eingeladenen Adresse fortzufahren.',
  signInToJoin: 'Zum Beitreten anmelden',
  join: '{{workspace}} beitreten',
}
