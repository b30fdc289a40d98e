import type { sample as english } from '../en/sample.ts'
import type { Words } from '../words.ts'

export const sample: Words<typeof english> = {
  title: 'Datos de ejemplo',
  text: 'Un espacio de trabajo propio, llamado «Sample studio», con clientes, proyectos y dos semanas de tiempo. Un clic lo quita todo.',
  textThere: 'Están en el espacio de trabajo «Sample studio», aparte de todo lo suyo.',
  notice: 'Estos son datos de ejemplo, en un espacio de trabajo propio.',
  make: 'Cargar datos de ejemplo',
  remove: 'Quitar datos de ejemplo',
  removeTitle: '¿Quitar los datos de ejemplo?',
  removeText:
    'El espacio de trabajo «Sample studio» desaparece con todo lo que contiene, también lo que usted haya añadido.',
  removed: 'Datos de ejemplo quitados.',
  atSetup: 'Cargar datos de ejemplo para explorar',
  atSetupHint:
    'Dos semanas de tiempo inventado, clientes y proyectos, en un espacio de trabajo propio. Un clic lo quita todo.',
  failed: 'No se pudieron crear los datos de ejemplo. Están en Ajustes, Espacio de trabajo.',
}
