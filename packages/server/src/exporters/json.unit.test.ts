import { describe, expect, it } from 'vitest'
import {
  entry,
  group,
  inPages,
  manyEntries,
  measures,
  money,
  reportDocument,
} from '../testing/report-document.ts'
import type { ReportDocument } from './document.ts'
import { writeReport } from './report-file.ts'

async function read(document: ReportDocument): Promise<unknown> {
  const chunks: Uint8Array[] = []
  const progress = { onRows: () => undefined, signal: new AbortController().signal }
  for await (const chunk of writeReport('json', document, progress)) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

describe('a report as JSON', () => {
  const groups = [
    group({ by: 'client', label: 'Acme "&" Sons', total: measures({ money: [money('EUR', 5, 3)] }) }),
    group({ by: 'client', key: null }),
  ]

  it('is the report itself', async () => {
    const document = reportDocument({ report: { groups } })
    expect(await read(document)).toEqual(document.report)
  })

  it.each([0, 1, 2, 1500])('has an array of %d entries when it is detailed', async (count) => {
    const document = reportDocument({ report: { groups }, entries: inPages(manyEntries(count)) })
    expect(await read(document)).toEqual({ ...document.report, entries: [...manyEntries(count)] })
  })

  it('holds no money that the reader may not see', async () => {
    const document = reportDocument({
      report: { groups, total: measures({ money: [money('EUR', 5, 3)] }) },
      entries: inPages([entry(0)]),
      shows: { billable: true, cost: false },
    })
    const shown = { currency: 'EUR', billable: 5, cost: null, profit: null }
    expect(await read(document)).toMatchObject({
      total: { money: [shown] },
      groups: [{ total: { money: [shown] } }, {}],
      entries: [{ billable_amount: 10_000, cost_amount: null, cost_currency: null }],
    })
  })
})
