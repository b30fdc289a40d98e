/**
 * How a name is compared: É equals é, and one accent has one spelling, on both engines. In this order, as J̌ becomes a
 * single sign only in lower case.
 */
export function nameKey(name: string): string {
  return name.toLowerCase().normalize('NFC')
}

/** The text in which an entry is looked for. */
export function searchText(...parts: (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map(nameKey)
    .join('\n')
}

/** The words of a search, each of which must occur. Upper and lower case are alike, accents are not. */
export function searchWords(query: string): string[] {
  return nameKey(query).split(/\s+/).filter(Boolean)
}

/** A `like` pattern that finds `text` anywhere, whatever % and _ it holds; for use with `escape '\'`. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

// Tab, line feed and carriage return are text; the other control characters no screen shows and PostgreSQL refuses some.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** True where a text holds a control character other than tab and line ends. */
export function hasControlCharacters(text: string): boolean {
  return CONTROL.test(text)
}
