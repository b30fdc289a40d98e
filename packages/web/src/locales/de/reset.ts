import type { reset as english } from '../en/reset.ts'
import type { Words } from '../words.ts'

export const reset: Words<typeof english> = {
  forgotTitle: 'Passwort vergessen',
  text: 'E-Mail-Adresse eingeben: Ein Link zum Festlegen eines neuen Passworts wird dorthin geschickt.',
  sent: 'Wenn ein Konto diese Adresse hat, ist ein Link unterwegs. Er gilt für kurze Zeit.',
  noMail:
    'Dieser Server verschickt keine E-Mails. Einen Link für ein neues Passwort gibt, wer den Server betreibt.',
  send: 'Link senden',
  title: 'Neues Passwort festlegen',
  submit: 'Passwort festlegen',
  done: 'Das neue Passwort ist festgelegt. Melden Sie sich damit an.',
}
