import type { dataExport as english } from '../en/data-export.ts'
import type { Words } from '../words.ts'

export const dataExport: Words<typeof english> = {
  title: 'Alles exportieren',
  text: 'Alles, was hier steht, als eine Datei zum Aufbewahren oder Mitnehmen. Sie entsteht, während Sie anderes tun.',
  what: 'Was',
  mine: 'Was mir gehört',
  mineHint:
    'Ihre Zeit in allen Arbeitsbereichen, mit den Projekten, Kunden und anderem, was Sie dort sehen dürfen.',
  workspace: 'Alles aus {{name}}',
  workspaceHint: 'Die Zeit aller, Sätze, Freigaben und alles Übrige dieses Arbeitsbereichs.',
  format: 'Als',
  csv: 'Tabellen',
  csvHint: 'Ein ZIP mit einer CSV-Datei für jede Art von Daten.',
  json: 'JSON',
  jsonHint: 'Eine Datei für Programme.',
  start: 'Exportieren',
  files: 'Dateien des letzten Tages',
  filesText: 'Sie werden einen Tag aufbewahrt.',
  none: 'Noch keine Datei.',
  writing_one: 'wird geschrieben, bisher {{count}} Zeile',
  writing_other: 'wird geschrieben, bisher {{count}} Zeilen',
  done_one: '{{count}} Zeile',
  done_other: '{{count}} Zeilen',
  failed: 'konnte nicht geschrieben werden: {{error}}',
  download: 'Herunterladen',
  downloadNamed: '{{file}} herunterladen',
  stop: 'Anhalten',
  drop: 'Entfernen',
  dropNamed: '{{file}} anhalten oder entfernen',
}
