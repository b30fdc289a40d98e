/** What an entry says, for wires that have one text for it: the title is its first line, and the notes are the rest. */
export function asOneText({ title, notes }: { title: string | null; notes: string | null }): string | null {
  return title === null || notes === null ? (title ?? notes) : `${title}\n${notes}`
}

const LONGEST_TITLE = 3000

/** The other way round; a first line that is too long for a title stays with the rest. */
export function fromOneText(text: string): { title: string | null; notes: string | null } {
  const [first = '', ...rest] = text.trim().split('\n')
  if (first.length > LONGEST_TITLE) return { title: null, notes: text }
  return { title: first.trim() || null, notes: rest.join('\n') || null }
}
