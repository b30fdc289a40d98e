import type { Weight } from './fonts.ts'
import { INK } from './look.ts'
import { graphemesOf, openFaces, runsOf, tidy } from './shaping.ts'
import type { Laid, Sheet } from './sheet.ts'

export type Style = { size: number; weight?: Weight; color?: string; isFigure?: boolean }

export type Place = { x: number; y: number; width: number; align?: 'left' | 'right' | 'center' }

const MOST_LAID = 4000
// How wide the box is that stands for a character no font has, in parts of the size.
const BOX = 0.8

/** Opens the fonts of texts before they are drawn. */
export async function prepare(
  { faces }: Sheet,
  texts: Iterable<string | null>,
  weights: readonly Weight[] = [400],
): Promise<void> {
  const written = [...texts].filter((text) => text !== null)
  for (const weight of weights) await openFaces(faces, written, weight)
}

export function lineHeight({ size }: Style): number {
  return size * 1.4
}

export function widthOf(sheet: Sheet, text: string, style: Style): number {
  return laidOut(sheet, tidy(text), style).width * style.size
}

/** One line in its place, cut with an ellipsis where it is too long; `y` is the top of the line. */
export function write(sheet: Sheet, text: string, place: Place & Style): void {
  const line = fitted(sheet, tidy(text), place)
  const laid = laidOut(sheet, line, place)
  const free = place.width - laid.width * place.size
  const shift = place.align === 'right' ? free : place.align === 'center' ? free / 2 : 0
  draw(sheet, laid, { ...place, x: place.x + shift, y: place.y + place.size * 1.04 })
}

/** A figure in its place, set smaller rather than cut where it is too long. */
export function writeFigure(sheet: Sheet, text: string, place: Place & Style): void {
  const needed = widthOf(sheet, text, place)
  const size = needed > place.width ? place.size * (place.width / needed) : place.size
  write(sheet, text, { ...place, size, y: place.y + (place.size - size) * 1.04, align: 'right' })
}

/** Lines below one another; gives the height they take. */
export function writeLines(sheet: Sheet, lines: readonly string[], place: Place & Style): number {
  for (const [index, line] of lines.entries()) {
    write(sheet, line, { ...place, y: place.y + index * lineHeight(place) })
  }
  return lines.length * lineHeight(place)
}

/** A text in at most so many lines, broken between words where it can be; the last is cut when more would follow. */
export function wrap(
  sheet: Sheet,
  text: string,
  { width, lines: most, style }: { width: number; lines: number; style: Style },
): string[] {
  const lines: string[] = []
  const fit = { ...style, width }
  let rest = tidy(text)
  while (rest !== '' && lines.length < most - 1) {
    // A line holds at least a character, however narrow it is.
    const line = firstLine(sheet, rest, fit) || graphemesOf(rest)[0] || rest
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return rest === '' ? lines : [...lines, fitted(sheet, rest, fit)]
}

type Fit = Style & { width: number }

/** As much as fits on a line, to the end of a word; a word is broken only where it is longer than the line. */
function firstLine(sheet: Sheet, text: string, fit: Fit): string {
  const words = wordsFitting(sheet, text, fit)
  return words === '' ? partFitting(sheet, text, fit) : words
}

/** The text, or as much of it as fits with an ellipsis. */
function fitted(sheet: Sheet, text: string, fit: Fit): string {
  const whole = wordsFitting(sheet, text, fit)
  if (whole === text) return text
  const width = fit.width - widthOf(sheet, '…', fit)
  const words = wordsFitting(sheet, text, { ...fit, width })
  const rest = width - widthOf(sheet, words, fit)
  return `${(words + partFitting(sheet, text.slice(words.length), { ...fit, width: rest })).trimEnd()}…`
}

/** The words that fit, measured one by one, as most are known already. Text without spaces is one word. */
function wordsFitting(sheet: Sheet, text: string, fit: Fit): string {
  let end = 0
  let used = 0
  while (end < text.length) {
    const space = text.indexOf(' ', end + 1)
    const next = space < 0 ? text.length : space
    used += longWidth(sheet, text.slice(end, next), fit)
    if (used > fit.width + 0.01) break
    end = next
  }
  return text.slice(0, end)
}

/** As much of a word as fits, found by halving. */
function partFitting(sheet: Sheet, text: string, fit: Fit): string {
  const pieces = graphemesOf(text.slice(0, mostCharacters(fit) * 4))
  let fits = 0
  let tooMany = Math.min(pieces.length, mostCharacters(fit)) + 1
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (laidOut(sheet, pieces.slice(0, middle).join(''), fit).width * fit.size <= fit.width) fits = middle
    else tooMany = middle
  }
  return pieces.slice(0, fits).join('')
}

/** No letter is thinner than a tenth of the size, so that a novel without spaces is not laid out as a whole. */
function mostCharacters({ width, size }: Fit): number {
  return Math.max(1, Math.ceil((width / size) * 10))
}

function longWidth(sheet: Sheet, text: string, fit: Fit): number {
  if (text.length > mostCharacters(fit) * 4) return Infinity
  return laidOut(sheet, text, fit).width * fit.size
}

function laidOut(sheet: Sheet, line: string, { weight = 400, isFigure = false }: Style): Laid {
  const key = `${weight} ${isFigure} ${line}`
  const known = sheet.laid.get(key)
  if (known) return known
  const runs = runsOf(line, sheet.faces, weight).map((run) => {
    if (!run.face) return { ...run, width: [...run.text].length * BOX }
    useFace(sheet, run.face)
    const width = sheet.pdf.fontSize(1).widthOfString(run.text, featuresOf(run.isRightToLeft, isFigure))
    return { ...run, width }
  })
  const laid = { runs, width: runs.reduce((sum, { width }) => sum + width, 0) }
  if (sheet.laid.size >= MOST_LAID) sheet.laid.clear()
  sheet.laid.set(key, laid)
  return laid
}

function draw(
  sheet: Sheet,
  { runs }: Laid,
  { x, y, size, color = INK, isFigure = false }: Place & Style,
): void {
  const { pdf } = sheet
  let at = x
  for (const { text, face, isRightToLeft, width } of runs) {
    if (face) {
      useFace(sheet, face)
      pdf.fontSize(size).fillColor(color)
      const features = featuresOf(isRightToLeft, isFigure)
      pdf.text(text, at, y, { ...features, lineBreak: false, baseline: 'alphabetic' })
    } else {
      drawBoxes(sheet, { x: at, y, size, color, count: [...text].length })
    }
    at += width * size
  }
}

/** What stands for characters that no font has. */
function drawBoxes(
  { pdf }: Sheet,
  { x, y, size, color, count }: { x: number; y: number; size: number; color: string; count: number },
): void {
  for (let index = 0; index < count; index += 1) {
    const left = x + (index + 0.1) * BOX * size
    pdf.rect(left, y - 0.66 * size, 0.62 * size, 0.66 * size)
  }
  pdf
    .lineWidth(size * 0.05)
    .strokeColor(color)
    .stroke()
}

// pdfkit lays words out one by one from left to right, and remembers them, unless features are asked for.
function featuresOf(isRightToLeft: boolean, isFigure: boolean): PDFKit.Mixins.TextOptions {
  if (isRightToLeft) return { features: [] }
  return isFigure ? { features: ['tnum'] } : {}
}

function useFace(
  { pdf, registered }: Sheet,
  { name, font }: NonNullable<Laid['runs'][number]['face']>,
): void {
  if (!registered.has(name)) {
    registered.add(name)
    // pdfkit takes fonts of fontkit, which its types do not know yet.
    pdf.registerFont(name, font as unknown as string)
  }
  pdf.font(name)
}
