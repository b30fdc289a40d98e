import type { sessions as english } from '../en/sessions.ts'
import type { Words } from '../words.ts'

export const sessions: Words<typeof english> = {
  title: 'Dónde tiene sesión iniciada',
  text: 'Cada navegador o cliente con una sesión de su cuenta. Cierre las que no reconozca y cambie la contraseña.',
  client: '{{name}} en {{system}}',
  unknownClient: 'Un cliente que no dice qué es',
  lastUsed: 'último uso: {{date}}',
  withKey: 'con la clave «{{name}}»',
  withPersonalKey: 'con la clave personal',
  withPasskey: 'con una llave de acceso',
  withProvider: 'con inicio de sesión único',
  here: 'Este navegador',
  end: 'Cerrar sesión',
  endNamed: 'Cerrar sesión: {{client}}, desde el {{date}}',
  ended: '{{client}}: sesión cerrada.',
  endOthers: 'Cerrar todas las demás',
  endedOthers: 'Sesiones cerradas en todos los demás sitios.',
  more: 'Mostrar más sesiones',
}
