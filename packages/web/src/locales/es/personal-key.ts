import type { personalKey as english } from '../en/personal-key.ts'
import type { Words } from '../words.ts'

export const personalKey: Words<typeof english> = {
  title: 'Clave personal',
  text: 'Para programas que aceptan una clave para todo. Quien la tiene puede todo lo que puede usted; vale hasta que se sustituya.',
  replaceTitle: '¿Sustituir la clave personal?',
  replaceText:
    'Todo programa y dispositivo que use la clave anterior deja de funcionar de inmediato, hasta recibir la nueva. Esto no se puede deshacer.',
}
