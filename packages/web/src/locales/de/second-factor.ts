import type { secondFactor as english } from '../en/second-factor.ts'
import type { Words } from '../words.ts'

export const secondFactor: Words<typeof english> = {
  title: 'Zwei-Faktor-Anmeldung',
  text: 'Damit braucht die Anmeldung Ihr Passwort und einen Code aus einer App auf Ihrem Telefon. Programme brauchen dann API-Schlüssel: Mit dem Passwort geht keine andere Tür auf.',
  setUp: 'Einrichten',
  isOn: 'Eingeschaltet',
  codesLeft_one: 'noch {{count}} Wiederherstellungscode',
  codesLeft_other: 'noch {{count}} Wiederherstellungscodes',
  setUpTitle: 'Zwei-Faktor-Anmeldung einrichten',
  passwordText: 'Zuerst eine Bestätigung, dass Sie es sind.',
  next: 'Weiter',
  scanText:
    'Dieses Bild mit einer Authenticator-App scannen oder das Geheimnis hineinkopieren. Dann den Code eingeben, den die App zeigt.',
  picture: 'QR-Code für die Authenticator-App',
  secret: 'Geheimnis',
  switchOn: 'Einschalten',
  codesTitle: 'Wiederherstellungscodes',
  codesText:
    'Mit jedem davon melden Sie sich einmal ohne Telefon an. Bitte sicher aufbewahren: Sie werden nicht noch einmal gezeigt.',
  download: 'Herunterladen',
  fileName: 'sundial-wiederherstellungscodes.txt',
  newCodes: 'Neue Wiederherstellungscodes',
  newCodesText: 'Die bisherigen gelten dann nicht mehr.',
  turnOff: 'Ausschalten',
  turnOffTitle: 'Zwei-Faktor-Anmeldung ausschalten?',
  turnOffText: 'Die Anmeldung braucht dann wieder nur das Passwort.',
  turnedOff: 'Die Zwei-Faktor-Anmeldung ist ausgeschaltet.',
  reset: 'Zweiten Faktor entfernen',
  resetTitle: 'Den zweiten Faktor von {{name}} entfernen?',
  resetText:
    'Für jemanden, der Telefon und Wiederherstellungscodes verloren hat. Bis zur neuen Einrichtung genügt dann das Passwort.',
  isUsed: 'Zwei-Faktor',
}
