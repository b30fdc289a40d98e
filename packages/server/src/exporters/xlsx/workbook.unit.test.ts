import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  entry,
  group,
  inPages,
  manyEntries,
  measures,
  money,
  reportDocument,
} from '../../testing/report-document.ts'
import type { ReportDocument } from '../document.ts'
import { escaped } from './cells.ts'
import { stylesXml } from './styles.ts'
import { xlsxOf } from './workbook.ts'

type Cell = { value: string | number; format: string; isBold: boolean }

async function partsOf(document: ReportDocument, mostRows?: number): Promise<Record<string, string>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of xlsxOf(document, mostRows)) chunks.push(chunk)
  const parts = Object.entries(unzipSync(Buffer.concat(chunks)))
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The rows of a sheet, each cell by its column. */
function rowsOf(sheet: string): Record<string, Cell>[] {
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    Object.fromEntries(
      [...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"[^>]*>(.*?)<\/c>/gs)].map(
        ([, column, style, content = '']) => [column, { value: valueOf(content), ...looksOf(Number(style)) }],
      ),
    ),
  )
}

function valueOf(content: string): string | number {
  const number = /^<v>(.*)<\/v>$/.exec(content)?.[1]
  return number === undefined ? (/<t [^>]*>(.*)<\/t>/s.exec(content)?.[1] ?? '') : Number(number)
}

function looksOf(style: number): { format: string; isBold: boolean } {
  const cells = /<cellXfs.*?<\/cellXfs>/s.exec(stylesXml)?.[0] ?? ''
  const [, code = '', font = ''] = [...cells.matchAll(/<xf numFmtId="(\d+)" fontId="(\d+)"/g)][style] ?? []
  const own = new RegExp(`numFmtId="${code}" formatCode="([^"]*)"`).exec(stylesXml)?.[1]
  return { format: own ?? code, isBold: font === '1' }
}

const MEASURES = ['Entries', 'Duration', 'Hours', 'Billable hours']

const values = (row: Record<string, Cell> | undefined) => Object.values(row ?? {}).map(({ value }) => value)

describe('a report as a workbook', () => {
  it('has the lines with bold sub-totals and the total, one row for each currency', async () => {
    const shop = measures({
      entries: 2,
      seconds: 5400,
      money: [money('EUR', 15_050, 50), money('JPY', 1234, 1)],
    })
    const document = reportDocument({
      report: {
        groups: [
          group({
            by: 'client',
            label: 'Acme',
            total: shop,
            groups: [group({ by: 'project', label: 'Shop', total: shop })],
          }),
        ],
        total: measures({ entries: 2, seconds: 5400, money: [money('KWD', 1234, 4)] }),
      },
    })
    const parts = await partsOf(document)
    const rows = rowsOf(parts['xl/worksheets/sheet1.xml'] ?? '')
    const head = rows.findIndex((row) => row['A']?.value === 'Client')
    expect(rows.slice(0, head).flatMap(values)).toEqual([
      'March for Acme',
      'Example Studio',
      '1 March 2026 – 31 March 2026 (Europe/Berlin)',
      'Client: Acme',
    ])
    expect(rows.slice(head).map(values)).toEqual([
      ['Client', 'Project', ...MEASURES, 'Amount', 'Cost', 'Profit', 'Currency'],
      ['Acme', 2, 0.0625, 1.5, 1, 150.5, 0.5, 150, 'EUR'],
      ['Acme', 1234, 1, 1233, 'JPY'],
      ['Acme', 'Shop', 2, 0.0625, 1.5, 1, 150.5, 0.5, 150, 'EUR'],
      ['Acme', 'Shop', 1234, 1, 1233, 'JPY'],
      ['Total', 2, 0.0625, 1.5, 1, 1.234, 0.004, 1.23, 'KWD'],
    ])
    const [, group1, , line, , total] = rows.slice(head)
    expect([group1, line, total].map((row) => row?.['D']?.isBold)).toEqual([true, false, true])
    expect(line?.['D']?.format).toBe('[h]:mm:ss')
    expect(total?.['G']?.format).toBe('#,##0.000')
    expect(parts['xl/worksheets/sheet1.xml']).toContain(`<pane ySplit="${head + 1}"`)
  })

  it('has dates as dates of the zone, and amounts with the digits of their currency', async () => {
    const entries = [
      entry(0),
      entry(1, { billable_amount: 1234, billable_rate: 500, billable_currency: 'JPY', ended_at: null }),
    ]
    const parts = await partsOf(reportDocument({ entries: inPages(entries) }))
    const [head, first, second] = rowsOf(parts['xl/worksheets/sheet2.xml'] ?? '')
    expect(values(head).slice(0, 5)).toEqual(['Date', 'Start', 'End', 'Duration', 'Hours'])
    expect(first?.['A']).toMatchObject({ value: 46_083, format: 'yyyy\\-mm\\-dd' })
    expect(first?.['B']?.value).toBeCloseTo(46_083 + 8 / 24, 9)
    expect(first?.['B']?.format).toBe('yyyy\\-mm\\-dd\\ hh:mm:ss')
    expect(first?.['O']).toMatchObject({ value: 100, format: '4' })
    expect(second?.['C']).toBeUndefined()
    expect(second?.['O']).toMatchObject({ value: 1234, format: '3' })
  })

  it('has text as text, whatever it looks like', async () => {
    const title = '=1+1 <b>&"\u0001 _x0041_ \ud83d 👩‍💻'
    const parts = await partsOf(reportDocument({ entries: inPages([entry(0, { title })]) }))
    const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''
    expect(sheet).toContain('=1+1 &lt;b&gt;&amp;&quot;\ufffd _x005F_x0041_ \ufffd 👩‍💻')
    expect(sheet).not.toContain('<f>')
  })

  it('cuts text at what a cell holds', () => {
    expect(escaped('x'.repeat(40_000))).toBe(`${'x'.repeat(32_766)}…`)
    expect(escaped('x'.repeat(32_767))).toHaveLength(32_767)
  })

  it('goes on on a further sheet where one is full', async () => {
    const parts = await partsOf(reportDocument({ entries: inPages(manyEntries(25)) }), 11)
    expect(
      [...(parts['xl/workbook.xml'] ?? '').matchAll(/sheet name="([^"]*)"/g)].map(([, name]) => name),
    ).toEqual(['Summary', 'Entries', 'Entries 2', 'Entries 3'])
    const sheets = [2, 3, 4].map((number) => rowsOf(parts[`xl/worksheets/sheet${number}.xml`] ?? ''))
    expect(sheets.map((rows) => rows.length)).toEqual([11, 11, 6])
    expect(sheets.map(([head]) => head?.['A']?.value)).toEqual(['Date', 'Date', 'Date'])
  })

  it('of nothing has a total of nothing', async () => {
    const parts = await partsOf(reportDocument({ entries: inPages([]) }))
    const rows = rowsOf(parts['xl/worksheets/sheet1.xml'] ?? '')
    expect(values(rows.at(-1))).toEqual(['Total', 0, 0, 0, 0])
    expect(rowsOf(parts['xl/worksheets/sheet2.xml'] ?? '')).toHaveLength(1)
  })
})
