import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as fontkit from 'fontkit'
import subsetFont from 'subset-font'

/** 400 for text, 600 for what stands out. */
export type Weight = 400 | 600

/** The part of a font that holds some characters, in one weight. */
export type Face = { name: string; font: fontkit.Font }

/** A part of a font that can be opened. */
export type Slice = { family: Family; subset: string }

const require = createRequire(import.meta.url)

// Every family comes cut into parts for the web. These files say which part has which characters; the parts lie in
// `files/` beside them.
const FAMILIES = {
  inter: require.resolve('@fontsource-variable/inter/unicode.json'),
  'noto-sans-arabic': require.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
  'noto-sans-hebrew': require.resolve('@fontsource-variable/noto-sans-hebrew/unicode.json'),
  'noto-sans-devanagari': require.resolve('@fontsource-variable/noto-sans-devanagari/unicode.json'),
  'noto-sans-thai': require.resolve('@fontsource-variable/noto-sans-thai/unicode.json'),
  'noto-sans-sc': require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
  'noto-sans-jp': require.resolve('@fontsource-variable/noto-sans-jp/unicode.json'),
  'noto-sans-kr': require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
}

export type Family = keyof typeof FAMILIES

const ALPHABETS: Family[] = [
  'inter',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-thai',
]
const CHINESE_FIRST: Family[] = [...ALPHABETS, 'noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr']
const JAPANESE_FIRST: Family[] = [...ALPHABETS, 'noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr']
const KOREAN_FIRST: Family[] = [...ALPHABETS, 'noto-sans-kr', 'noto-sans-jp', 'noto-sans-sc']

/**
 * The families to look a text's characters up in, in order. Chinese and Japanese write many of the same characters
 * differently; kana or hangul anywhere in a text tell which of them it is.
 */
export function familiesFor(text: string): readonly Family[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return JAPANESE_FIRST
  return /\p{Script=Hangul}/u.test(text) ? KOREAN_FIRST : CHINESE_FIRST
}

const coverages = new Map<Family, Map<number, string>>()

/** Where a family says it has a character. The part itself may know better. */
export function sliceFor(codePoint: number, family: Family): Slice | undefined {
  let coverage = coverages.get(family)
  if (!coverage) {
    coverage = readCoverage(family)
    coverages.set(family, coverage)
  }
  const subset = coverage.get(codePoint)
  return subset === undefined ? undefined : { family, subset }
}

function readCoverage(family: Family): Map<number, string> {
  // As @fontsource writes it: the name of a part, `[12]` or `latin`, with ranges such as `U+0-FF,U+131`.
  const ranges = JSON.parse(readFileSync(FAMILIES[family], 'utf8')) as Record<string, string>
  const coverage = new Map<number, string>()
  for (const [name, list] of Object.entries(ranges)) {
    const subset = name.replaceAll(/[[\]]/g, '')
    for (const range of list.split(',')) {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      for (let codePoint = first; codePoint <= last; codePoint += 1) coverage.set(codePoint, subset)
    }
  }
  return coverage
}

// A part takes up to a few hundred kilobytes once it is read.
const MOST_KEPT = 48
const kept = new Map<string, Promise<Face>>()

/** Opens a part; those used last stay open. */
export async function openFace(slice: Slice, weight: Weight): Promise<Face> {
  const name = faceName(slice, weight)
  const face = kept.get(name) ?? readFace(slice, weight)
  kept.delete(name)
  kept.set(name, face)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  try {
    return await face
  } catch (error) {
    kept.delete(name)
    throw error
  }
}

export function faceName({ family, subset }: Slice, weight: Weight): string {
  return `${family}-${subset}-${weight}`
}

// Accents, kerning and figures of one width. Inter's other features, arrows out of hyphens and the like, are most of the
// time that laying out a line takes, and complex scripts, which need theirs, are not in it.
const LATIN_FEATURES = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'tnum']

// fontkit cannot set WOFF2 fonts to a weight, nor embed the compound letters of one that is set. HarfBuzz makes a plain
// TrueType font of the one weight, and fontkit reads that.
async function readFace(slice: Slice, weight: Weight): Promise<Face> {
  const { family, subset } = slice
  const file = join(dirname(FAMILIES[family]), 'files', `${family}-${subset}-wght-normal.woff2`)
  const plain = await subsetFont(await readFile(file), undefined, {
    targetFormat: 'truetype',
    keepAllGlyphs: true,
    ...(family === 'inter' ? { keepFeatures: LATIN_FEATURES } : {}),
    variationAxes: { wght: weight },
  })
  const font = fontkit.create(plain)
  if (!('layout' in font)) throw new Error(`${file} holds more than one font.`)
  const name = faceName(slice, weight)
  // pdfkit takes two fonts of one name for the same, and all parts and weights of a family have its name.
  Object.defineProperty(font, 'postscriptName', { value: name })
  return { name, font }
}
