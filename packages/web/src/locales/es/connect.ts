import type { connect as english } from '../en/connect.ts'
import type { Words } from '../words.ts'

export const connect: Words<typeof english> = {
  none: 'Este servidor aún no habla la API de ningún otro programa de control de tiempo',
  title: '{{title}}',
  text: 'Las aplicaciones y los scripts hechos para {{title}} pueden hablar con este servidor. Necesitan esta dirección y una clave.',
  textSeveral:
    'Las aplicaciones y los scripts hechos para {{title}} pueden hablar con este servidor. Necesitan la dirección de la API que usan y una clave.',
  key: 'Clave',
  keyNeeded: 'Una clave del tipo que esperan estos programas.',
  makeKey: 'Crear clave',
  keyName: 'Cliente de {{title}}',
  personalNeeded: 'Estos programas aceptan la clave personal.',
  showPersonal: 'Mostrar mi clave personal',
  personalNote: 'Se puede ver o sustituir en el perfil.',
  integrationNeeded: 'Estos programas aceptan la clave de integración.',
  yourKey: 'SU_CLAVE',
  try: 'Probar en un terminal',
  test: 'Probar la conexión',
  stop: 'Dejar de esperar',
  tryAgain: 'Reintentar',
  waiting: 'Esperando la primera solicitud…',
  heard: 'Conectado: cliente de {{title}}',
  waitingHint: 'No cuenta una solicitud cuya clave se rechaza.',
  late: 'En diez minutos no ha llegado ninguna solicitud válida. Una clave rechazada no cuenta: conviene revisar la clave y la dirección.',
  lastHeard: 'Última solicitud: {{when}}',
  neverHeard: 'Ningún cliente ha llamado aún.',
  systems: 'Sistemas',
  madeBefore: 'Creadas aquí antes',
}
