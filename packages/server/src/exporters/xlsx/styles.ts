/** What a cell is, which decides how its number is shown. */
export type Kind = 'text' | 'whole' | 'hours' | 'duration' | 'day' | 'moment' | Money
type Money = `money${0 | 1 | 2 | 3 | 4}`

// The codes are Excel's own for "as it is", whole numbers and two digits; those from 164 on are ours.
const FORMATS: Record<Kind, { code: number; format?: string }> = {
  text: { code: 0 },
  whole: { code: 3 },
  hours: { code: 4 },
  duration: { code: 164, format: '[h]:mm:ss' },
  day: { code: 165, format: 'yyyy\\-mm\\-dd' },
  moment: { code: 166, format: 'yyyy\\-mm\\-dd\\ hh:mm:ss' },
  money0: { code: 3 },
  money1: { code: 167, format: '#,##0.0' },
  money2: { code: 4 },
  money3: { code: 168, format: '#,##0.000' },
  money4: { code: 169, format: '#,##0.0000' },
}

const KINDS = Object.keys(FORMATS)
const PLAIN = 0
const BOLD = 1
const TITLE = 2
const NOTE = 3

/** The number of a cell's style in `stylesXml`: all kinds in plain, then all in bold, then the others by name. */
export function styleOf(kind: Kind, isBold = false): number {
  return KINDS.indexOf(kind) + (isBold ? KINDS.length : 0)
}

export const HEAD_STYLE = KINDS.length * 2
export const TITLE_STYLE = HEAD_STYLE + 1
export const NOTE_STYLE = HEAD_STYLE + 2

export function moneyKind(digits: number): Kind {
  if (digits === 0) return 'money0'
  if (digits === 1) return 'money1'
  if (digits === 3) return 'money3'
  return digits >= 4 ? 'money4' : 'money2'
}

const own = Object.values(FORMATS).filter(({ format }) => format !== undefined)

const font = (inside: string) => `<font>${inside}<name val="Calibri"/><family val="2"/></font>`

function cellStyle(code: number, fontIndex: number, more = ''): string {
  return `<xf numFmtId="${code}" fontId="${fontIndex}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${more}`
}

const cellStyles = [
  ...Object.values(FORMATS).map(({ code }) => `${cellStyle(code, PLAIN)}/>`),
  ...Object.values(FORMATS).map(({ code }) => `${cellStyle(code, BOLD)}/>`),
  `<xf numFmtId="0" fontId="${BOLD}" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/>`,
  `${cellStyle(0, TITLE)}/>`,
  `${cellStyle(0, NOTE)}/>`,
]

export const stylesXml =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${own.length}">` +
  own.map(({ code, format }) => `<numFmt numFmtId="${code}" formatCode="${format}"/>`).join('') +
  '</numFmts>' +
  `<fonts count="4">${font('<sz val="11"/>')}${font('<b/><sz val="11"/>')}` +
  `${font('<b/><sz val="16"/>')}${font('<sz val="11"/><color rgb="FF6B675F"/>')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EB"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FFC9C4B8"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${cellStyles.length}">${cellStyles.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
