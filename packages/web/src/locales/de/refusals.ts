import type { refusals as english } from '../en/refusals.ts'
import type { Words } from '../words.ts'

export const refusals: Words<typeof english> = {
  invalid: 'Das ist so nicht möglich. Bitte die Eingaben prüfen.',
  unauthenticated: 'Sie sind nicht mehr angemeldet.',
  conflict: 'Das passt nicht zu dem, was schon da ist.',
  too_large: 'Das ist zu groß.',
  unsupported: 'Das kann der Server nicht.',
  bad_credentials: 'E-Mail oder Passwort stimmen nicht.',
  account_inactive: 'Dieses Konto ist abgeschaltet.',
  registration_closed: 'Hier kann niemand selbst ein Konto erstellen.',
  already_set_up: 'Diese Installation ist schon eingerichtet.',
  no_such_thing: 'Das gibt es nicht oder nicht mehr.',
  ambiguous: 'Mehreres passt. Bitte eines auswählen.',
  email_taken: 'Es gibt schon ein Konto mit dieser E-Mail-Adresse.',
  already_member: 'Diese Person ist schon Mitglied.',
  last_owner: 'Ein Arbeitsbereich braucht einen Inhaber. Die Rolle zuerst jemand anderem geben.',
  version_mismatch: 'Jemand anderes hat das inzwischen geändert. Bitte noch einmal ansehen.',
  changed_since: 'Das wurde seither geändert und lässt sich nicht rückgängig machen.',
  timer_running: 'Es läuft schon ein Timer.',
  not_paused: 'Der Timer ist nicht pausiert.',
  already_paused: 'Der Timer ist schon pausiert.',
  no_approvers: 'Es gibt niemanden, der das freigeben könnte.',
  billed_protected: 'Das ist abgerechnet und vor Änderungen geschützt.',
  cycle: 'Nichts kann unterhalb von sich selbst stehen.',
  in_use: 'Das wird noch verwendet.',
  link_used: 'Dieser Link wurde schon verwendet.',
  link_expired: 'Dieser Link gilt nicht mehr.',
  last_way_in:
    'Nichts anderes öffnet Ihr Konto. Bitte zuerst ein Passwort setzen, über „Passwort vergessen?“.',
  body_too_large: 'Das ist zu groß.',
  too_many_rows: 'Das ist zu viel auf einmal.',
}
