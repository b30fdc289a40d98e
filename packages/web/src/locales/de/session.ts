import type { session as english } from '../en/session.ts'
import type { Words } from '../words.ts'

export const session: Words<typeof english> = {
  signIn: 'Anmelden',
  signUp: 'Konto erstellen',
  signOut: 'Abmelden',
  createAccount: 'Konto erstellen',
  name: 'Name',
  email: 'E-Mail',
  password: 'Passwort',
  passwordHint: 'Mindestens {{count}} Zeichen.',
  showPassword: 'Passwort zeigen oder verbergen',
  forgot: 'Passwort vergessen?',
  toSignUp: 'Konto erstellen',
  toSignIn: 'Mit bestehendem Konto anmelden',
  backToSignIn: 'Zurück zur Anmeldung',
  code: 'Code',
  codeHint: 'Aus Ihrer Authenticator-App.',
  recoveryCode: 'Wiederherstellungscode',
  recoveryCodeHint: 'Einer von denen, die Sie aufbewahrt haben. Er gilt einmal.',
  useRecoveryCode: 'Wiederherstellungscode verwenden',
  useAppCode: 'Code der App verwenden',
  byPasskey: 'Mit Passkey anmelden',
}
