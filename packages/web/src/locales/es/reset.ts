import type { reset as english } from '../en/reset.ts'
import type { Words } from '../words.ts'

export const reset: Words<typeof english> = {
  forgotTitle: 'Contraseña olvidada',
  text: 'Al escribir el correo electrónico se envía allí un enlace para fijar una contraseña nueva.',
  sent: 'Si alguna cuenta tiene esa dirección, el enlace va en camino. Vale por poco tiempo.',
  noMail:
    'Este servidor no envía correos. La persona que lo gestiona puede dar un enlace para fijar una contraseña nueva.',
  send: 'Enviar enlace',
  title: 'Fijar una contraseña nueva',
  submit: 'Fijar contraseña',
  done: 'La contraseña nueva está fijada. Ya se puede iniciar sesión con ella.',
}
