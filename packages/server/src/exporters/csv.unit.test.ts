import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { entry, group, inPages, measures, money, reportDocument } from '../testing/report-document.ts'
import { typed } from './csv.ts'
import type { ReportDocument } from './document.ts'
import { writeReport } from './report-file.ts'

async function textOf(document: ReportDocument): Promise<string> {
  const chunks: Uint8Array[] = []
  const progress = { onRows: () => undefined, signal: new AbortController().signal }
  for await (const chunk of writeReport('csv', document, progress)) chunks.push(chunk)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks))
}

async function recordsOf(document: ReportDocument): Promise<Record<string, string>[]> {
  return parse(await textOf(document), { bom: true, columns: true })
}

describe('a report as CSV', () => {
  it('begins with a byte order mark and ends every line with CRLF', async () => {
    const text = await textOf(reportDocument({ entries: inPages([entry(0)]) }))
    expect(text.startsWith('\ufeffDate,Start,End,')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('has a row for each entry, in the zone of the report', async () => {
    const one = entry(0, {
      title: 'Say "hello", twice\nand again',
      tags: ['a', 'b'],
      seconds: 5700,
      billable_amount: 15_833,
    })
    const [record] = await recordsOf(reportDocument({ entries: inPages([one]) }))
    expect(record).toEqual({
      Date: '2026-03-02',
      Start: '2026-03-02 08:00:00',
      End: '2026-03-02 09:00:00',
      'Start (ISO 8601)': '2026-03-02T07:00:00Z',
      'End (ISO 8601)': '2026-03-02T08:00:00Z',
      Seconds: '5700',
      Hours: '1.5833',
      Duration: '1:35:00',
      Project: 'Website ▸ Shop',
      Client: 'Acme',
      Task: '',
      Title: 'Say "hello", twice\nand again',
      Notes: '',
      Tags: 'a, b',
      Person: 'A Designer',
      'Billing status': 'Billable',
      Rate: '100.00',
      Amount: '158.33',
      Currency: 'EUR',
      Cost: '40.00',
      'Cost currency': 'EUR',
    })
  })

  it('leaves the end of a running timer empty', async () => {
    const [record] = await recordsOf(reportDocument({ entries: inPages([entry(0, { ended_at: null })]) }))
    expect(record?.['End']).toBe('')
    expect(record?.['End (ISO 8601)']).toBe('')
  })

  it('shows local times on both sides of a change of the clocks', async () => {
    const before = Date.UTC(2026, 2, 29, 0, 59, 59)
    const entries = [before, before + 1000, before].map((started_at) => entry(0, { started_at }))
    const records = await recordsOf(reportDocument({ entries: inPages(entries) }))
    expect(records.map((record) => record['Start'])).toEqual([
      '2026-03-29 01:59:59',
      '2026-03-29 03:00:00',
      '2026-03-29 01:59:59',
    ])
  })

  it('has the innermost lines of a summary without sub-totals, one row for each currency', async () => {
    const shop = group({
      by: 'project',
      label: 'Shop',
      chain: ['Website', 'Shop'],
      total: measures({
        entries: 3,
        seconds: 9000,
        billable_seconds: 5400,
        money: [money('EUR', 15_000, 20_000), money('JPY', 1234, 0), money('KWD', 1234, 1)],
      }),
    })
    const document = reportDocument({
      report: { groups: [group({ by: 'client', label: 'Acme', groups: [shop] })] },
    })
    const records = await recordsOf(document)
    expect(records.map((record) => Object.values(record).join('|'))).toEqual([
      'Acme|Website ▸ Shop|3|9000|2.5|1.5|150.00|200.00|-50.00|EUR',
      'Acme|Website ▸ Shop|||||1234|0|1234|JPY',
      'Acme|Website ▸ Shop|||||1.234|0.001|1.233|KWD',
    ])
  })

  it('leaves out the columns of money that the reader may not see', async () => {
    const document = reportDocument({
      entries: inPages([entry(0)]),
      shows: { billable: false, cost: false },
    })
    const [record = {}] = await recordsOf(document)
    expect(Object.keys(record).at(-1)).toBe('Billing status')
  })

  it('says in its head that tags repeat entries, and at its end that lines are missing', async () => {
    const document = reportDocument({
      report: {
        group_by: ['tag'],
        groups: [group({ by: 'tag', key: null })],
        repeats_entries: true,
        is_cut: true,
        row_count: 7,
      },
    })
    const text = await textOf(document)
    expect(text).toContain('Tag (an entry stands under each of its tags),Entries')
    expect(text).toContain('No tag,1,')
    expect(text).toContain('Not all of the 7 lines are listed.')
  })

  it('of nothing is a head alone', async () => {
    expect(await recordsOf(reportDocument())).toEqual([])
    expect(await recordsOf(reportDocument({ entries: inPages([]) }))).toEqual([])
  })
})

describe('text that a spreadsheet would take for a formula', () => {
  it.each([
    ['=1+1'],
    ['+1'],
    ['-1'],
    ['@SUM(A1)'],
    ['\tx'],
    ['\rx'],
    ['\n=1'],
    ['  =1+1'],
    ['\u00a0=1'],
    ['\0=1'],
    ['＝1+1'],
    ['＋1'],
    ['－1'],
    ['＠x'],
  ])('%j has an apostrophe before it', (text) => {
    expect(typed(text)).toBe(`'${text}`)
  })

  it.each([['A=1'], ['1-2'], ['mail@example.com'], [' plain'], ['']])('%j stays as it is', (text) => {
    expect(typed(text)).toBe(text)
  })

  it('is made harmless in every column that people write', async () => {
    const evil = '=HYPERLINK("https://example.com")'
    const one = entry(0, {
      title: evil,
      notes: evil,
      client: evil,
      task: evil,
      user: evil,
      project: [evil],
      tags: [evil],
    })
    const [record = {}] = await recordsOf(reportDocument({ entries: inPages([one]) }))
    expect(Object.values(record).filter((value) => value === `'${evil}`)).toHaveLength(7)
  })
})
