import { setImmediate } from 'node:timers/promises'
import type { Progress, ReportDocument, ReportFormat } from './document.ts'
import { counted } from './entries.ts'
import { csvOf } from './csv.ts'
import { jsonOf } from './json.ts'
import { pdfOf } from './pdf/report.ts'
import { withoutHiddenMoney } from './sight.ts'
import { xlsxOf } from './xlsx/workbook.ts'

const WRITERS: Record<ReportFormat, (document: ReportDocument) => AsyncIterable<Uint8Array>> = {
  csv: csvOf,
  xlsx: xlsxOf,
  pdf: pdfOf,
  json: jsonOf,
}

const CONTENT_TYPES: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
}

export function contentTypeOf(format: ReportFormat): string {
  return CONTENT_TYPES[format]
}

/**
 * A report as a file, made as it is read: nothing runs ahead of the reader, and a reader that stops ends the work.
 * Throws the signal's reason once it is aborted.
 */
export async function* writeReport(
  format: ReportFormat,
  document: ReportDocument,
  { onRows, signal }: Progress,
): AsyncGenerator<Uint8Array, void, undefined> {
  const visible = withoutHiddenMoney(document)
  const entries = visible.entries && counted(visible.entries, { onRows, signal })
  const write = WRITERS[format]
  for await (const chunk of write({ ...visible, entries })) {
    // Lets messages in, such as the one that calls this off, where rows come without waiting.
    await setImmediate()
    signal.throwIfAborted()
    yield chunk
  }
}
