/** As loose as an address can be: something, an @, and something with no blanks in it. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim())
}
