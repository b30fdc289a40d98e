import type { Report, ReportEntry } from '../core/reports/answer.ts'

export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const

export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Everything a file of a report shows. */
export type ReportDocument = {
  /** Such as the saved report's name. */
  title: string
  workspace: string | null
  /** Sentences such as `Client: Acme`. */
  filters: string[]
  report: Report
  /** Rows of a detailed report in pages; null for a summary. */
  entries: AsyncIterable<ReportEntry[]> | null
  /** Seconds for each bar of the chart that answers "when", in order. */
  series: SeriesBar[]
  /** What money the reader may see; what is false is in no file, whatever the report holds. */
  shows: { billable: boolean; cost: boolean }
  paper: 'a4' | 'letter'
  /** `clock` is h:mm:ss. */
  durationFormat: 'clock' | 'decimal'
}

/** `from` is the first day of the bar. */
export type SeriesBar = { from: string; unit: 'day' | 'week' | 'month'; seconds: number }

/** Who waits hears how many entries are written, and may call it off. */
export type Progress = { onRows: (done: number) => void; signal: AbortSignal }
