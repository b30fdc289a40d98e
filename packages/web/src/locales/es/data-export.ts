import type { dataExport as english } from '../en/data-export.ts'
import type { Words } from '../words.ts'

export const dataExport: Words<typeof english> = {
  title: 'Exportar todo',
  text: 'Todo lo que hay aquí, en un archivo para guardar o llevar a otro lugar. Se escribe mientras usted hace otras cosas.',
  what: 'Qué',
  mine: 'Lo mío',
  mineHint:
    'Su tiempo en todos los espacios de trabajo, con los proyectos, clientes y demás que puede ver allí.',
  workspace: 'Todo de {{name}}',
  workspaceHint: 'El tiempo de todos, tarifas, aprobaciones y todo lo demás de este espacio de trabajo.',
  format: 'Como',
  csv: 'Hojas de cálculo',
  csvHint: 'Un ZIP con un archivo CSV para cada tipo de datos.',
  json: 'JSON',
  jsonHint: 'Un archivo para programas.',
  start: 'Exportar',
  files: 'Archivos del último día',
  filesText: 'Se conservan un día.',
  none: 'Aún no hay archivos.',
  writing_one: 'escribiéndose, {{count}} fila hasta ahora',
  writing_other: 'escribiéndose, {{count}} filas hasta ahora',
  done_one: '{{count}} fila',
  done_other: '{{count}} filas',
  failed: 'no se pudo escribir: {{error}}',
  download: 'Descargar',
  downloadNamed: 'Descargar {{file}}',
  stop: 'Detener',
  drop: 'Quitar',
  dropNamed: 'Detener o quitar {{file}}',
}
