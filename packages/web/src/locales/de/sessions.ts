import type { sessions as english } from '../en/sessions.ts'
import type { Words } from '../words.ts'

export const sessions: Words<typeof english> = {
  title: 'Wo Sie angemeldet sind',
  text: 'Jeder Browser oder Client, der mit Ihrem Konto angemeldet ist. Was Sie nicht kennen, beenden Sie, und ändern Sie dann Ihr Passwort.',
  client: '{{name}} auf {{system}}',
  unknownClient: 'Ein Client, der nicht sagt, was er ist',
  lastUsed: 'zuletzt verwendet {{date}}',
  withKey: 'mit dem Schlüssel „{{name}}“',
  withPersonalKey: 'mit dem persönlichen Schlüssel',
  withPasskey: 'mit Passkey',
  withProvider: 'per Einmalanmeldung',
  here: 'Dieser Browser',
  end: 'Sitzung beenden',
  endNamed: 'Sitzung beenden: {{client}}, seit {{date}}',
  ended: '{{client}} ist abgemeldet.',
  endOthers: 'Alle anderen beenden',
  endedOthers: 'Überall sonst abgemeldet.',
  more: 'Weitere Sitzungen anzeigen',
}
