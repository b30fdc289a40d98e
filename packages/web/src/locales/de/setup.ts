import type { setup as english } from '../en/setup.ts'
import type { Words } from '../words.ts'

export const setup: Words<typeof english> = {
  title: 'Sundial einrichten',
  text: 'Das erste Konto erstellen. Es verwaltet diese Installation.',
  needsCode:
    'Öffnen Sie die Adresse, die der Server beim Start ausgegeben hat. Sie enthält den Code, der den Zugang öffnet.',
  team: 'Team-Arbeitsbereich (optional)',
  teamHint: 'Ein Name, wenn Sie gemeinsam Zeit erfassen. Das geht auch später noch.',
  submit: 'Konto erstellen und starten',
}
