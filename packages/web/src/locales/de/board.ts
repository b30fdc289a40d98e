import type { board as english } from '../en/board.ts'
import type { Words } from '../words.ts'

export const board: Words<typeof english> = {
  noneHere: 'Nichts hier',
  showMore: '{{count}} weitere zeigen',
  moveTo: 'Verschieben nach …',
  carry: '{{name}} tragen',
  carryHint:
    'Leertaste nimmt die Karte auf, Pfeile links und rechts tragen sie in eine andere Spalte, Leertaste legt sie ab, Escape lässt sie, wo sie war.',
  picked: '{{name}} aufgenommen.',
  over: '{{name}} ist über {{column}}.',
  dropped: '{{name}} in {{column}} abgelegt.',
  putBack: '{{name}} bleibt, wo es war.',
}
