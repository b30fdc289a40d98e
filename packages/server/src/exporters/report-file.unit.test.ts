import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { ReportEntry } from '../core/reports/answer.ts'
import { entry, inPages, manyEntries, reportDocument } from '../testing/report-document.ts'
import { REPORT_FORMATS } from './document.ts'
import { contentTypeOf, writeReport } from './report-file.ts'

const never = new AbortController().signal

/** A source that knows how far it was read, and whether it was let go. */
function watched(count: number) {
  const seen = { pages: 0, isReleased: false }
  async function* pages(): AsyncGenerator<ReportEntry[]> {
    try {
      for await (const page of inPages(manyEntries(count), 100)) {
        seen.pages += 1
        yield page
      }
    } finally {
      seen.isReleased = true
    }
  }
  return { seen, pages: pages() }
}

describe.each(REPORT_FORMATS)('a file of a report as %s', (format) => {
  it('says how many entries are written', async () => {
    const heard: number[] = []
    const document = reportDocument({ entries: inPages(manyEntries(250), 100) })
    const progress = { onRows: (done: number) => heard.push(done), signal: never }
    for await (const _ of writeReport(format, document, progress)) continue
    expect(heard).toEqual([100, 200, 250])
  })

  it('stops reading its source when the reader stops', async () => {
    const { seen, pages } = watched(100_000)
    const file = writeReport(format, reportDocument({ entries: pages }), {
      onRows: () => undefined,
      signal: never,
    })
    let chunks = 0
    for await (const _ of file) {
      chunks += 1
      if (seen.pages > 2) break
    }
    expect(chunks).toBeGreaterThan(0)
    expect(seen.isReleased).toBe(true)
    expect(seen.pages).toBeLessThan(100)
  })

  it('ends with the reason when it is called off', async () => {
    const { seen, pages } = watched(100_000)
    const abort = new AbortController()
    const reason = new Error('no longer wanted')
    const progress = {
      onRows: (done: number) => {
        if (done >= 300) abort.abort(reason)
      },
      signal: abort.signal,
    }
    const read = async () => {
      for await (const _ of writeReport(format, reportDocument({ entries: pages }), progress)) continue
    }
    await expect(read()).rejects.toBe(reason)
    await setImmediate()
    expect(seen.isReleased).toBe(true)
    expect(seen.pages).toBeLessThan(10)
  })

  it('ends when it is called off while its source is waiting', async () => {
    const abort = new AbortController()
    async function* stuck(): AsyncGenerator<ReportEntry[]> {
      yield [entry(0)]
      abort.abort(new Error('no longer wanted'))
      await new Promise(() => undefined)
    }
    const progress = { onRows: () => undefined, signal: abort.signal }
    const read = async () => {
      for await (const _ of writeReport(format, reportDocument({ entries: stuck() }), progress)) continue
    }
    await expect(read()).rejects.toThrow('no longer wanted')
  })

  it('passes on what went wrong in its source', async () => {
    async function* broken(): AsyncGenerator<ReportEntry[]> {
      yield [entry(0)]
      throw new Error('the disk is gone')
    }
    const read = async () => {
      const progress = { onRows: () => undefined, signal: never }
      for await (const _ of writeReport(format, reportDocument({ entries: broken() }), progress)) continue
    }
    await expect(read()).rejects.toThrow('the disk is gone')
  })

  it('has a content type', () => {
    expect(contentTypeOf(format)).toMatch(/^(text|application)\//)
  })
})

describe.each([
  ['csv', 100_000],
  ['json', 100_000],
  ['xlsx', 50_000],
] as const)('the memory of a file as %s', (format, count) => {
  it(`does not grow with ${count} entries`, async () => {
    const document = reportDocument({ entries: inPages(manyEntries(count)) })
    let bytes = 0
    let most = 0
    const before = process.memoryUsage().heapUsed
    for await (const chunk of writeReport(format, document, { onRows: () => undefined, signal: never })) {
      bytes += chunk.length
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(bytes).toBeGreaterThan(1_000_000)
    expect(most).toBeLessThan(100_000_000)
  })
})
