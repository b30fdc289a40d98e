import type { Ctx } from '../core/context.ts'
import { membershipIn } from '../core/access.ts'
import { getMe } from '../core/me.ts'
import type { ExportFormat } from '../db/schema.ts'
import type { Report } from '../core/reports/answer.ts'
import { describeFilter } from '../core/reports/describe.ts'
import { allReportEntries } from '../core/reports/entries.ts'
import type { Question } from '../core/reports/question.ts'
import { runReport, sightInReport } from '../core/reports/report.ts'
import { dayNumber } from '../core/rules/local-periods.ts'
import type { Progress, ReportDocument, SeriesBar } from '../exporters/document.ts'
import { writeReport } from '../exporters/report-file.ts'

/** A report as a file: which, in what form, and under what name. */
export type ExportRequest = {
  question: Question
  format: ExportFormat
  detail: 'summary' | 'entries'
  paper: 'a4' | 'letter'
  name: string
}

/** More lines than this no report in a file has; a spreadsheet takes a million, people a few thousand. */
const MOST_LINES = 100_000

/** Writes a report into a file, bit by bit. */
export async function* exportReport(
  ctx: Ctx,
  request: ExportRequest,
  progress: Progress,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* writeReport(request.format, await documentOf(ctx, request), progress)
}

async function documentOf(
  ctx: Ctx,
  { question, detail, paper, name }: ExportRequest,
): Promise<ReportDocument> {
  const whole = { ...question, limit: MOST_LINES }
  const report = await runReport(ctx, whole)
  const workspaceId = question.filter.workspaceId
  return {
    title: name,
    workspace: workspaceId === undefined ? null : (await membershipIn(ctx, workspaceId)).workspace.name,
    filters: await describeFilter(ctx, question.filter),
    report,
    entries: detail === 'entries' ? allReportEntries(ctx, question) : null,
    series: await seriesOf(ctx, question, report),
    shows: await sightInReport(ctx, question),
    paper,
    durationFormat: (await getMe(ctx)).duration_format,
  }
}

/** The bars that answer "when": days of a month, weeks of a quarter, months of more. */
async function seriesOf(ctx: Ctx, question: Question, { from, to }: Report): Promise<SeriesBar[]> {
  const days = from === null || to === null ? Infinity : dayNumber(to) - dayNumber(from)
  const unit = days <= 45 ? 'day' : days <= 190 ? 'week' : 'month'
  const { groups } = await runReport(ctx, { ...question, groupBy: [unit], sort: null, limit: 1000 })
  return groups.map(({ key, total }) => ({ from: String(key), unit, seconds: total.seconds }))
}
