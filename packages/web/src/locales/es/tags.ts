import type { tags as english } from '../en/tags.ts'
import type { Words } from '../words.ts'

export const tags: Words<typeof english> = {
  choose: 'Elegir etiquetas',
  are: 'Etiquetas: {{names}}',
  none: 'Sin etiquetas',
  search: 'Buscar etiquetas',
  emptyShort: 'Aún no hay etiquetas. Escribir un nombre para crear una.',
  createNamed: 'Crear etiqueta «{{name}}»',
  create: 'Crear etiqueta',
  newName: 'Nombre de una etiqueta nueva',
  nameOf: 'Nombre de la etiqueta {{name}}',
  name: 'Nombre',
  noMatch: 'Ninguna etiqueta coincide.',
  empty: 'Aún no hay etiquetas',
  emptyHint:
    'Las etiquetas marcan registros de varios proyectos. En la línea del temporizador, #nombre añade una.',
  count_one: '{{count}} etiqueta',
  count_other: '{{count}} etiquetas',
  deleteNamed: 'Eliminar etiqueta {{name}}',
  deleted: '«{{name}}» eliminada.',
}
