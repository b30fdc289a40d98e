import type { passkeys as english } from '../en/passkeys.ts'
import type { Words } from '../words.ts'

export const passkeys: Words<typeof english> = {
  title: 'Llaves de acceso',
  text: 'Con una llave de acceso se inicia sesión con la huella, la cara o el PIN de un dispositivo, sin correo ni contraseña.',
  add: 'Añadir una llave de acceso',
  empty: 'Aún no hay llaves de acceso',
  emptyHint: 'Lo mejor es una por cada dispositivo desde el que inicia sesión.',
  name: 'Nombre',
  nameNeeded: 'Ponga un nombre a la llave de acceso.',
  made: 'creada el {{date}}',
  lastUsed: 'último uso: {{date}}',
  neverUsed: 'sin usar',
  renameNamed: 'Cambiar el nombre de {{name}}',
  remove: 'Quitar',
  removeNamed: 'Quitar {{name}}',
  removeTitle: '¿Quitar «{{name}}»?',
  removeText:
    'Nadie podrá iniciar sesión con ella. Es posible que el dispositivo la siga ofreciendo hasta que se quite también allí.',
  removeConfirm: 'Quitar llave de acceso',
  unsupported:
    'Este navegador no conoce las llaves de acceso, o la dirección de este servidor no sirve para ellas: necesitan https o localhost.',
}
