import bidiFactory, { type Bidi } from 'bidi-js'
import { type Face, type Family, faceName, familiesFor, openFace, sliceFor, type Weight } from './fonts.ts'

/** Characters that one font draws in one direction. Without a face: characters that no font has, as boxes. */
export type Run = { text: string; face: Face | null; isRightToLeft: boolean }

/** The fonts of one document: those it has opened so far. */
export type Faces = Map<string, Face>

// Its types are those of the module that bundlers load; Node loads the other, whose export is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)()
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// What has no look of its own: joiners, selectors of variants, marks of direction.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

// Most of what people write needs none of the rules below.
const ASCII = /^[ -~]*$/

/** Text on one line, without what cannot be drawn; accents and their letters become one where they can. */
export function tidy(text: string): string {
  if (ASCII.test(text)) return text.replaceAll(/ {2,}/g, ' ').trim()
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .normalize('NFC')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      // None of the fonts has the small triangle of chains.
      .replaceAll('▸', '›')
      .trim()
  )
}

/** A part of a line that keeps its own direction, so that it does not carry its neighbours along. */
export function isolated(text: string): string {
  return ASCII.test(text) ? text : `\u2068${text}\u2069`
}

export function graphemesOf(text: string): string[] {
  if (ASCII.test(text)) return text.split('')
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** Opens what texts need, so that drawing them waits for nothing. */
export async function openFaces(faces: Faces, texts: Iterable<string>, weight: Weight): Promise<void> {
  await openFor(' ', familiesFor(''))
  for (const text of texts) {
    if (ASCII.test(text)) continue
    const families = familiesFor(text)
    for (const character of new Set(tidy(text))) await openFor(character, families)
  }

  async function openFor(character: string, families: readonly Family[]): Promise<void> {
    const codePoint = character.codePointAt(0) ?? 0
    for (const family of families) {
      const slice = sliceFor(codePoint, family)
      if (!slice) continue
      const name = faceName(slice, weight)
      const face = faces.get(name) ?? (await openFace(slice, weight))
      faces.set(name, face)
      if (face.font.hasGlyphForCodePoint(codePoint)) return
    }
  }
}

/** The runs of a line from left to right, as they stand on paper. */
export function runsOf(line: string, faces: Faces, weight: Weight): Run[] {
  const latin = faces.get(faceName({ family: 'inter', subset: 'latin' }, weight))
  if (latin && ASCII.test(line)) return [{ text: line, face: latin, isRightToLeft: false }]
  const families = familiesFor(line)
  const { levels } = bidi.getEmbeddingLevels(line)
  const runs: (Run & { level: number })[] = []
  let index = 0
  for (const grapheme of graphemesOf(line)) {
    const level = levels[index] ?? 0
    index += grapheme.length
    if (UNSEEN.test(grapheme) && [...grapheme].every((character) => UNSEEN.test(character))) continue
    const isRightToLeft = level % 2 === 1
    const last = runs.at(-1)
    const drawn = drawnBy(grapheme, { faces, weight, families, last: last?.face ?? null })
    const text = isRightToLeft ? mirrored(drawn.text) : drawn.text
    if (last && last.face === drawn.face && last.level === level) last.text += text
    else runs.push({ text, face: drawn.face, level, isRightToLeft })
  }
  return inVisualOrder(runs).map(({ text, face, isRightToLeft }) => ({
    // fontkit turns the letters of these scripts itself; signs and spaces between them it leaves as they are.
    text: isRightToLeft && !RIGHT_TO_LEFT.test(text) ? [...text].toReversed().join('') : text,
    face,
    isRightToLeft,
  }))
}

function mirrored(grapheme: string): string {
  return bidi.getMirroredCharacter(grapheme) ?? grapheme
}

type Choice = { faces: Faces; weight: Weight; families: readonly Family[]; last: Face | null }

/** The first face that has all of a character, or else its first part; a space stays with what stands before it. */
function drawnBy(grapheme: string, { faces, weight, families, last }: Choice): Pick<Run, 'text' | 'face'> {
  const seen = [...grapheme].filter((character) => !UNSEEN.test(character))
  const has = (face: Face, character: string) => face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
  if (last && grapheme === ' ' && has(last, ' ')) return { text: ' ', face: last }
  const [first = ' '] = seen
  let second: Face | undefined
  for (const family of families) {
    const slice = sliceFor(first.codePointAt(0) ?? 0, family)
    const face = slice && faces.get(faceName(slice, weight))
    if (!face || !has(face, first)) continue
    if (seen.every((character) => has(face, character))) return { text: grapheme, face }
    second ??= face
  }
  return second ? { text: first, face: second } : { text: '\ufffd', face: null }
}

/** Rule L2 of the Unicode Bidirectional Algorithm, on whole runs: each turns its own characters when it is laid out. */
function inVisualOrder<T extends { level: number }>(runs: T[]): T[] {
  const ordered = [...runs]
  const highest = runs.reduce((most, { level }) => Math.max(most, level), 0)
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end += 1
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed())
      start = Math.max(start, end)
    }
  }
  return ordered
}
