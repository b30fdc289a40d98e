import type { Report, ReportEntry } from '../core/reports/answer.ts'
import { holdsEverything, type ReportExport } from '../core/report-exports.ts'
import type { ReportLink } from '../core/report-links.ts'
import type { SavedReport } from '../core/saved-reports.ts'
import { fileNameOf } from '../exporters/file-name.ts'
import type { House } from '../http/house.ts'
import { toInstant } from './map.ts'

/** A report as the API answers it. */
export function toReport(report: Report) {
  return { ...report, as_of: toInstant(report.as_of) }
}

export function toReportEntry(entry: ReportEntry) {
  return {
    ...entry,
    started_at: toInstant(entry.started_at),
    ended_at: entry.ended_at === null ? null : toInstant(entry.ended_at),
    billing_status: entry.billing_status ?? 'undetermined',
  }
}

export function toSavedReport(report: SavedReport) {
  return {
    id: report.id,
    workspace_id: report.workspace_id,
    user_id: report.user_id,
    name: report.name,
    question: report.question,
    is_shared: report.is_shared === 1,
    version: report.version,
    created_at: toInstant(report.created_at),
    updated_at: toInstant(report.updated_at),
  }
}

export function toReportLink({ baseUrl }: House, { link, secret }: { link: ReportLink; secret: string }) {
  return {
    id: link.id,
    url: `${baseUrl}/shared/${secret}`,
    shows_amounts: link.shows_amounts === 1,
    expires_at: link.expires_at === null ? null : toInstant(link.expires_at),
    created_at: toInstant(link.created_at),
  }
}

/** What the file is called: many tables come in one archive. */
export function exportName(row: ReportExport): string {
  const isArchive = holdsEverything(row) && row.format === 'csv'
  return fileNameOf(row.name, { from: null, to: null }, isArchive ? 'zip' : row.format)
}

export function toExport(row: ReportExport) {
  return {
    id: row.id,
    name: row.name,
    content: holdsEverything(row) ? ('everything' as const) : ('report' as const),
    file_name: exportName(row),
    format: row.format,
    status: row.status,
    rows_done: row.rows_done,
    rows_total: row.rows_total,
    size_bytes: row.size_bytes,
    error: row.error,
    created_at: toInstant(row.created_at),
    finished_at: row.finished_at === null ? null : toInstant(row.finished_at),
  }
}
