import { extractText, getDocumentProxy } from 'unpdf'
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
import { pdfOf } from './report.ts'

async function bytesOf(document: ReportDocument, mostEntries?: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of pdfOf(document, mostEntries)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

async function read(document: ReportDocument, mostEntries?: number) {
  const pdf = await getDocumentProxy(await bytesOf(document, mostEntries))
  const { text } = await extractText(pdf)
  const [, , width, height] = (await pdf.getPage(1)).view
  return { pages: text, text: text.join('\n'), size: [width, height] }
}

const SCRIPTS = [
  'Website relaunch',
  'Ιστοσελίδα και κατάστημα',
  'Сайт и магазин',
  'موقع الويب (الإصدار 2.0)',
  'אתר האינטרנט (חדש)',
  'वेबसाइट का पुनर्निर्माण',
  'เว็บไซต์และร้านค้าออนไลน์',
  '网站改版与客户支持',
  'ウェブサイトの設計',
  '웹사이트 개편 및 지원',
]

const FRONT = [
  'March for Acme',
  'Example Studio',
  '1 March 2026 – 31 March 2026',
  'Client: Acme',
  'Billable only',
]
const TOTALS = [
  '1,000:00:00',
  '50 %',
  '1,234 entries',
  '1,234.56 EUR',
  '1,000.00 EUR',
  '500 JPY',
  '1.234 KWD',
]
const TABLES = ['Hours by day', '2 Mar', 'Largest by client', 'Client / Project', 'Shop', 'Total']

describe('a report as PDF', () => {
  it('says what it is about and what it comes to', async () => {
    const { text } = await read(
      reportDocument({
        filters: ['Client: Acme', 'Billable only'],
        report: {
          groups: [group({ by: 'client', label: 'Acme', groups: [group({ by: 'project', label: 'Shop' })] })],
          total: measures({
            entries: 1234,
            seconds: 3_600_000,
            billable_seconds: 1_800_000,
            money: [money('EUR', 123_456, 23_456), money('JPY', 500, 1), money('KWD', 1234, 4)],
          }),
        },
        series: [{ from: '2026-03-02', unit: 'day', seconds: 3600 }],
      }),
    )
    for (const part of [...FRONT, ...TOTALS, ...TABLES]) expect(text).toContain(part)
  })

  it('has the size that is asked for, and durations as they are asked for', async () => {
    const a4 = await read(reportDocument())
    const letter = await read(reportDocument({ paper: 'letter', durationFormat: 'decimal' }))
    expect(a4.size).toEqual([595.28, 841.89])
    expect(letter.size).toEqual([612, 792])
    expect(a4.text).toContain('0:00:00')
    expect(letter.text).toContain('0.00 h')
  })

  it('has the number of each page and the head of the table on each', async () => {
    const { pages } = await read(reportDocument({ entries: inPages(manyEntries(90)) }))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/Date\s+Entry\s+Person\s+Time\s+Amount\s+Cost/)
      expect(page.replaceAll(/\s+/g, '')).toContain(`${index + 1}/${pages.length}`)
    }
    expect(pages[0]).toContain('Work 0')
    expect(pages.at(-1)).toContain('Work 89')
  })

  it('stops after some entries, and says where the others are', async () => {
    const document = reportDocument({
      report: { total: measures({ entries: 12_345 }) },
      entries: inPages(manyEntries(30), 10),
    })
    const { text } = await read(document, 15)
    expect(text).toContain('Work 14')
    expect(text).not.toContain('Work 15')
    expect(text).toContain('The first 15 of 12,345 entries; the spreadsheet has them all.')
  })

  it('writes names in ten scripts, and right-to-left ones from right to left', async () => {
    const { text } = await read(
      reportDocument({
        report: { group_by: ['title'], groups: SCRIPTS.map((label) => group({ by: 'title', label })) },
      }),
    )
    const shown = text.replaceAll(/\s/g, '')
    const exact = SCRIPTS.filter((_, index) => ![3, 4, 5, 6].includes(index))
    for (const name of exact) expect(shown).toContain(name.replaceAll(' ', ''))
    expect(shown).not.toContain('\ufffd')
  })

  it('embeds no font that it does not need', async () => {
    const bytes = await bytesOf(reportDocument())
    const fonts = new Set(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/inter-[a-z-]+-\d+|noto-[a-z-]+/g),
    )
    expect([...fonts].toSorted()).toEqual(['inter-latin-400', 'inter-latin-600'])
  })

  it.each([
    ['emoji and signs that no font has', '🚀 👩‍💻 ჯორჯია \u{1F9FF} \u0301'],
    ['half of a pair, control characters and marks of direction', '\ud83d\u0000\u202e\u2066 x \ufeff'],
    ['a word of ten thousand letters', 'x'.repeat(10_000)],
    ['a sentence of ten thousand words', 'word '.repeat(10_000)],
    ['only spaces', ' \n\t '],
  ])('draws %s', async (_, label) => {
    const { pages } = await read(
      reportDocument({
        title: label,
        workspace: label,
        filters: [label],
        report: { group_by: ['title'], groups: [group({ by: 'title', label })] },
        entries: inPages([
          entry(0, { title: label, user: label, notes: label, tags: [label], project: [label] }),
        ]),
      }),
    )
    expect(pages.length).toBeLessThan(3)
  })

  it('of nothing is a page that says so', async () => {
    const { pages } = await read(
      reportDocument({ title: '', workspace: null, filters: [], entries: inPages([]) }),
    )
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('No entries.')
  })

  it('draws a series without any time', async () => {
    const series = [{ from: '2026-03-01', unit: 'month' as const, seconds: 0 }]
    const { text } = await read(reportDocument({ series }))
    expect(text).toContain('Mar 2026')
  })
})
