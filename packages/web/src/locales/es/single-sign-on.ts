import type { singleSignOn as english } from '../en/single-sign-on.ts'
import type { Words } from '../words.ts'

export const singleSignOn: Words<typeof english> = {
  title: 'Inicio de sesión único',
  text: 'Iniciar sesión aquí con una cuenta de {{name}}.',
  signIn: 'Iniciar sesión con {{name}}',
  connect: 'Conectar {{name}}',
  connected: 'conexión: {{date}}',
  disconnect: 'Desconectar',
  disconnectNamed: 'Desconectar {{name}}, conexión: {{date}}',
  disconnectTitle: '¿Desconectar {{name}}?',
  disconnectText: 'Ya no abrirá su cuenta, y se cerrarán las sesiones iniciadas con ella en otros sitios.',
  disconnected: '{{name}}: desconectado.',
  problem: {
    unknown: 'No se pudo iniciar la sesión. Inténtelo de nuevo.',
    sign_in_expired: 'Este inicio de sesión tardó demasiado o comenzó en otro navegador. Empiece de nuevo.',
    sign_in_cancelled: 'Se canceló el inicio de sesión.',
    provider_unavailable:
      'No se puede acceder a {{name}} en este momento. Inténtelo de nuevo o inicie sesión con su contraseña.',
    provider_refused:
      'La respuesta de {{name}} no es de fiar, así que no se inició ninguna sesión. Avise a la administración.',
    email_not_verified:
      '{{name}} no ha verificado su correo electrónico. Verifíquelo allí e inténtelo de nuevo.',
    account_exists:
      'Ya hay una cuenta con su correo electrónico. Inicie sesión como hasta ahora y conecte {{name}} en los ajustes, en «Contraseña y sesiones».',
    account_inactive: 'Su cuenta está desactivada. Consulte a la administración.',
    registration_closed: 'Aquí todavía no hay una cuenta para usted. Pida una invitación.',
    identity_taken: 'Esa cuenta de {{name}} abre aquí la cuenta de otra persona.',
    not_allowed: 'La invitación es para un correo electrónico distinto del de su cuenta de {{name}}.',
    link_used: 'La invitación ya se usó. Pida otra.',
    link_expired: 'La invitación ya no es válida. Pida otra.',
  },
}
