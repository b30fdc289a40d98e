import type { modules as english } from '../en/modules.ts'
import type { Words } from '../words.ts'

export const modules: Words<typeof english> = {
  title: 'Module',
  text: 'Was dieser Arbeitsbereich nicht nutzt, ist für alle darin ausgeblendet. Nichts wird gelöscht.',
  name: {
    clients: 'Kunden',
    contacts: 'Kontakte',
    leads: 'Leads',
    deals: 'Deals',
    time_approvals: 'Freigaben',
  },
  hint: {
    clients: 'Für wen Projekte sind. Inhaber und Admins behalten sie im Blick.',
    contacts: 'Die Menschen bei einem Kunden.',
    leads: 'Wer Kunde werden kann.',
    deals: 'Was verkauft werden kann, nach Phase.',
    time_approvals: 'Wochen werden eingereicht und freigegeben, bevor sie abgerechnet werden.',
  },
  isOff: 'Das ist in diesem Arbeitsbereich abgeschaltet',
  isOffHint: 'Inhaber und Admins können es unter Einstellungen, Arbeitsbereich einschalten.',
  toSettings: 'Zu den Einstellungen',
}
