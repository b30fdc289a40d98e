import type { singleSignOn as english } from '../en/single-sign-on.ts'
import type { Words } from '../words.ts'

export const singleSignOn: Words<typeof english> = {
  title: 'Einmalanmeldung',
  text: 'Hier mit einem Konto bei {{name}} anmelden.',
  signIn: 'Mit {{name}} anmelden',
  connect: '{{name}} verbinden',
  connected: 'verbunden {{date}}',
  disconnect: 'Trennen',
  disconnectNamed: '{{name}} trennen, verbunden {{date}}',
  disconnectTitle: '{{name}} trennen?',
  disconnectText:
    'Es öffnet Ihr Konto dann nicht mehr, und wer anderswo damit angemeldet ist, wird abgemeldet.',
  disconnected: '{{name}} ist getrennt.',
  problem: {
    unknown: 'Die Anmeldung ist nicht gelungen. Bitte erneut versuchen.',
    sign_in_expired:
      'Diese Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Bitte neu beginnen.',
    sign_in_cancelled: 'Die Anmeldung wurde abgebrochen.',
    provider_unavailable:
      '{{name}} ist gerade nicht erreichbar. Bitte erneut versuchen oder mit dem Passwort anmelden.',
    provider_refused:
      'Der Antwort von {{name}} ist nicht zu trauen, daher wurde niemand angemeldet. Bitte der Administration melden.',
    email_not_verified:
      '{{name}} hat Ihre E-Mail-Adresse nicht bestätigt. Bitte dort bestätigen und erneut versuchen.',
    account_exists:
      'Zu Ihrer E-Mail-Adresse gibt es ein Konto. Bitte wie bisher anmelden und dann {{name}} in den Einstellungen unter „Passwort und Sitzungen“ verbinden.',
    account_inactive: 'Ihr Konto ist abgeschaltet. Bitte an die Administration wenden.',
    registration_closed: 'Für Sie gibt es hier noch kein Konto. Bitte um eine Einladung bitten.',
    identity_taken: 'Jenes Konto bei {{name}} öffnet hier das Konto von jemand anderem.',
    not_allowed: 'Die Einladung gilt für eine andere E-Mail-Adresse als die Ihres Kontos bei {{name}}.',
    link_used: 'Die Einladung wurde schon verwendet. Bitte um eine neue bitten.',
    link_expired: 'Die Einladung gilt nicht mehr. Bitte um eine neue bitten.',
  },
}
