import type { team as english } from '../en/team.ts'
import type { Words } from '../words.ts'

export const team: Words<typeof english> = {
  invite: 'Invitar a alguien',
  send: 'Enviar invitación',
  role: 'Rol',
  roleOf: 'Rol de {{name}}',
  link: 'Este servidor no envía correos. Dé este enlace a {{email}}:',
  mailed: 'La invitación va en camino a {{email}}.',
  you: '(usted)',
  inactive: 'Antiguo miembro',
  takeBack: 'Readmitir como miembro',
  remove: 'Quitar miembro',
  removeTitle: '¿Quitar a {{name}}?',
  removeText: 'Su temporizador se detiene y sus claves caducan. El tiempo registrado se conserva.',
  actionsFor: 'Acciones para {{name}}',
  invited: 'Invitaciones',
  until: 'Válida hasta el {{date}}',
  withdraw: 'Retirar la invitación de {{email}}',
  count_one: '{{count}} miembro',
  count_other: '{{count}} miembros',
  trackingNow_one: '{{count}} persona registra tiempo ahora',
  trackingNow_other: '{{count}} personas registran tiempo ahora',
  nobodyTracks: 'Nadie registra tiempo ahora',
  since: 'Desde: {{time}}',
}
