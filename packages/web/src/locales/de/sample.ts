import type { sample as english } from '../en/sample.ts'
import type { Words } from '../words.ts'

export const sample: Words<typeof english> = {
  title: 'Beispieldaten',
  text: 'Ein eigener Arbeitsbereich namens „Sample studio“, mit Kunden, Projekten und der Zeit von zwei Wochen. Ein Klick entfernt alles wieder.',
  textThere: 'Sie stehen im Arbeitsbereich „Sample studio“, getrennt von allem, was Ihnen gehört.',
  notice: 'Das sind Beispieldaten, in einem eigenen Arbeitsbereich.',
  make: 'Beispieldaten laden',
  remove: 'Beispieldaten entfernen',
  removeTitle: 'Die Beispieldaten entfernen?',
  removeText:
    'Der Arbeitsbereich „Sample studio“ verschwindet mit allem darin, auch mit dem, was Sie dort hinzugefügt haben.',
  removed: 'Beispieldaten entfernt.',
  atSetup: 'Beispieldaten zum Umsehen laden',
  atSetupHint:
    'Erfundene Zeit von zwei Wochen, Kunden und Projekte in einem eigenen Arbeitsbereich. Ein Klick entfernt alles wieder.',
  failed:
    'Die Beispieldaten ließen sich nicht anlegen. Sie stehen unter Einstellungen, Arbeitsbereich bereit.',
}
