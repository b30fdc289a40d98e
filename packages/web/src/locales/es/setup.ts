import type { setup as english } from '../en/setup.ts'
import type { Words } from '../words.ts'

export const setup: Words<typeof english> = {
  title: 'Configurar Sundial',
  text: 'Crear la primera cuenta. Es la que administra esta instalación.',
  needsCode: 'Abra la dirección que el servidor mostró al arrancar. Contiene el código que da acceso.',
  team: 'Espacio de equipo (opcional)',
  teamHint: 'Un nombre, si se registra el tiempo en equipo. También se puede hacer más tarde.',
  submit: 'Crear cuenta y empezar',
}
