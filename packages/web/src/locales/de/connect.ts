import type { connect as english } from '../en/connect.ts'
import type { Words } from '../words.ts'

export const connect: Words<typeof english> = {
  none: 'Dieser Server spricht noch keine API einer anderen Zeiterfassung',
  title: '{{title}}',
  text: 'Apps und Skripte für {{title}} können mit diesem Server sprechen. Sie brauchen diese Adresse und einen Schlüssel.',
  textSeveral:
    'Apps und Skripte für {{title}} können mit diesem Server sprechen. Sie brauchen die Adresse der API, die sie verwenden, und einen Schlüssel.',
  key: 'Schlüssel',
  keyNeeded: 'Ein Schlüssel der Art, die diese Programme erwarten.',
  makeKey: 'Schlüssel erstellen',
  keyName: '{{title}}-Client',
  personalNeeded: 'Diese Programme nehmen Ihren persönlichen Schlüssel.',
  showPersonal: 'Persönlichen Schlüssel zeigen',
  personalNote: 'In Ihrem Profil können Sie ihn ansehen oder ersetzen.',
  integrationNeeded: 'Diese Programme nehmen Ihren Integrationsschlüssel.',
  yourKey: 'IHR_SCHLUESSEL',
  try: 'Im Terminal ausprobieren',
  test: 'Verbindung testen',
  stop: 'Nicht mehr warten',
  tryAgain: 'Erneut versuchen',
  waiting: 'Warten auf die erste Anfrage …',
  heard: 'Verbunden: {{title}}-Client',
  waitingHint: 'Eine Anfrage, deren Schlüssel abgelehnt wird, zählt nicht.',
  late: 'In zehn Minuten ist keine gültige Anfrage eingetroffen. Ein abgelehnter Schlüssel zählt nicht: bitte Schlüssel und Adresse prüfen.',
  lastHeard: 'Zuletzt gehört: {{when}}',
  neverHeard: 'Noch kein Client hat sich gemeldet.',
  systems: 'Systeme',
  madeBefore: 'Hier früher erstellt',
}
