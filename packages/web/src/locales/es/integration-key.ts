import type { integrationKey as english } from '../en/integration-key.ts'
import type { Words } from '../words.ts'

export const integrationKey: Words<typeof english> = {
  title: 'Clave de integración',
  text: 'Zapier y otros servicios que trabajan con Timetracker.in aceptan esta clave. Puede todo lo que puede usted; hay una sola, y vale hasta que se sustituya.',
  generate: 'Crear clave',
  isOff: 'Desactivada: se rechaza todo lo que la use.',
  replace: 'Sustituir clave',
  replaceTitle: '¿Sustituir la clave de integración?',
  replaceText:
    'La clave anterior deja de valer de inmediato: toda integración que la use espera hasta recibir la nueva. Esto no se puede deshacer.',
  revokeTitle: '¿Revocar la clave de integración?',
  revokeText: 'Toda integración que la use deja de funcionar de inmediato. Esto no se puede deshacer.',
}
