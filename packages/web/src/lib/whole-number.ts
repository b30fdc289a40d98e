/** Whether a text is a whole number from the least to the most. A field for numbers would drop the point of 2.5 without a word. */
export function isWholeNumber(text: string, { least, most }: { least: number; most: number }): boolean {
  const typed = text.trim()
  return /^\d{1,15}$/.test(typed) && Number(typed) >= least && Number(typed) <= most
}
