import type { common as english } from '../en/common.ts'
import type { Words } from '../words.ts'

export const common: Words<typeof english> = {
  cancel: 'Cancelar',
  clear: 'Vaciar',
  close: 'Cerrar',
  copied: 'Copiado',
  copy: 'Copiar',
  delete: 'Eliminar',
  done: 'Listo',
  loading: 'Cargando',
  save: 'Guardar cambios',
  sortBy: 'Ordenar por',
  sortedDown: '{{label}}, en orden descendente',
  sortedUp: '{{label}}, en orden ascendente',
  tryAgain: 'Reintentar',
  undo: 'Deshacer',
  undone: 'Deshecho.',
  wholeNumberNeeded: 'Escribir un número entero de {{least}} a {{most}}.',
}
