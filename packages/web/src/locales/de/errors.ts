import type { errors as english } from '../en/errors.ts'
import type { Words } from '../words.ts'

export const errors: Words<typeof english> = {
  unknown: 'Etwas ist schiefgegangen. Bitte erneut versuchen.',
  unreachable: 'Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.',
  unavailable: 'Der Server ist beschäftigt. Bitte gleich erneut versuchen.',
  provider_unavailable: 'Der Anbieter ist gerade nicht erreichbar.',
  rate_limited: 'Zu viele Versuche. Bitte eine Minute warten und erneut versuchen.',
  forbidden: 'Das ist Ihnen hier nicht erlaubt.',
  not_found: 'Das gibt es nicht mehr.',
  gone: 'Dieser Link gilt nicht mehr.',
  locked: 'Das ist gesperrt und kann nicht geändert werden.',
  locked_period: 'Das liegt in einem gesperrten Zeitraum und kann nicht geändert werden.',
  overlap: 'Das überschneidet sich mit einem anderen Eintrag, was dieser Arbeitsbereich nicht zulässt.',
  last_admin: 'Eine Installation braucht einen Admin. Bitte zuerst jemand anderen dazu machen.',
  name_taken: 'Dieser Name ist vergeben. Bitte einen anderen wählen.',
  nothing_running: 'Es läuft kein Timer.',
  approved: 'Das ist freigegeben und gesperrt.',
  already_pending: 'Das wartet bereits auf Freigabe.',
  not_pending: 'Darüber wurde schon entschieden, oder es wurde zurückgezogen.',
  not_approver: 'Darüber entscheidet jemand anderes.',
  module_disabled: 'Das ist in diesem Arbeitsbereich abgeschaltet.',
  couldNotLoad: 'Das konnte nicht geladen werden',
  noSuchPage: 'Diese Seite gibt es nicht',
  reconnecting: 'Die Verbindung zum Server wird wiederhergestellt …',
}
