import type { Icon as Glyph } from '@tabler/icons-react'

/** The order of the groups on the screen. What is found stands below what is always there, so that it pushes nothing. */
export const groups = [
  'rooms',
  'actions',
  'settings',
  'project',
  'task',
  'client',
  'entry',
  'contact',
  'lead',
  'deal',
  'account',
  'else',
] as const
export type Group = (typeof groups)[number]

export type PaletteItem = {
  id: string
  group: Group
  label: string
  /** What else one may call it. */
  words?: string | undefined
  detail?: string | undefined
  icon: Glyph
  /** Of a project, as its dot; it then stands in place of the icon. */
  color?: string | undefined
  /** Where the focus goes: back to where it was, or to the page or dialog that this opens. */
  leaves: boolean
  run: () => void
}

/** Each word that is typed begins one of the label, or of what else it may be called. */
export function fits({ label, words = '' }: Pick<PaletteItem, 'label' | 'words'>, typed: string): boolean {
  const known = wordsOf(`${label} ${words}`)
  return wordsOf(typed).every((word) => known.some((each) => each.startsWith(word)))
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
