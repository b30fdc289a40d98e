import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Grouping, Question } from '../../../core/reports/question.ts'
import { dispositionOf } from '../../../exporters/file-name.ts'
import { contentTypeOf } from '../../../exporters/report-file.ts'
import type { House } from '../../../http/house.ts'
import { streamFile } from '../../../http/stream-file.ts'
import { detailedCsv } from './detailed-csv.ts'
import { type Asked, askedOf, type ReportPath } from './question.ts'
import { summaryCsv } from './summary-csv.ts'
import { coreGrouping, groupingsOf } from './groupings.ts'
import { weeklyCsv } from './weekly-csv.ts'
import { weekOf } from './weekly.ts'

type Exchange = { request: FastifyRequest; reply: FastifyReply }
type FileKind = 'detailed' | 'summary' | 'weekly'
export type FileFormat = 'csv' | 'xlsx' | 'pdf'

const PATHS: Record<FileKind, string> = {
  detailed: '/workspace/:workspace_id/search/time_entries',
  summary: '/workspace/:workspace_id/summary/time_entries',
  weekly: '/workspace/:workspace_id/weekly/time_entries',
}

const FORMATS: Record<FileKind, readonly FileFormat[]> = {
  detailed: ['csv', 'xlsx', 'pdf'],
  summary: ['csv', 'xlsx', 'pdf'],
  weekly: ['csv', 'pdf'],
}

const FORMAT_NAMES: Record<FileFormat, string> = { csv: 'CSV', xlsx: 'a workbook', pdf: 'PDF' }

export function fileRoutes(app: FastifyInstance, house: House): void {
  for (const kind of ['detailed', 'summary', 'weekly'] as const) {
    for (const format of FORMATS[kind]) {
      app.post<ReportPath>(
        `${PATHS[kind]}.${format}`,
        { schema: { summary: `Write the ${kind} report as ${FORMAT_NAMES[format]}` } },
        async (request, reply) =>
          sendReport(house, { request, reply }, { kind, format, asked: await askedOf(request) }),
      )
    }
  }
}

type Wanted = { kind: FileKind; format: FileFormat; asked: Asked }

/** Sends a report as a file: CSV in the service's own columns, workbooks and PDF as this server makes them. */
export async function sendReport(house: House, exchange: Exchange, { kind, format, asked }: Wanted) {
  const wanted = kind === 'weekly' ? weekOf(asked) : asked
  const stream = await streamFile(exchange, (signal) =>
    format === 'csv'
      ? csvOf(house, kind, wanted)
      : house.reading.file(asked.ctx, 'export', {
          signal,
          input: {
            question: fileQuestion(kind, wanted),
            format,
            detail: kind === 'detailed' ? 'entries' : 'summary',
            paper: 'a4',
            name: NAMES[kind],
          },
        }),
  )
  exchange.reply
    .type(contentTypeOf(format))
    .header('content-disposition', dispositionOf(fileName(kind, wanted, format)))
  return stream
}

const NAMES: Record<FileKind, string> = {
  detailed: 'Detailed report',
  summary: 'Summary report',
  weekly: 'Weekly report',
}

function csvOf(house: House, kind: FileKind, asked: Asked): AsyncIterable<Uint8Array> {
  if (kind === 'detailed') return detailedCsv(house, asked)
  return kind === 'summary' ? summaryCsv(house, asked) : weeklyCsv(house, asked)
}

function fileQuestion(kind: FileKind, { question, input }: Asked): Question {
  return { ...question, groupBy: groupingsOfFile(kind, input) }
}

function groupingsOfFile(kind: FileKind, input: Asked['input']): Grouping[] {
  if (kind === 'detailed') return []
  if (kind === 'weekly') return ['project', 'user', 'day']
  const { by, below } = groupingsOf(input)
  return [coreGrouping(by), coreGrouping(below)]
}

/** As the service calls them; scripts look for these names. */
function fileName(kind: FileKind, { days }: Asked, format: FileFormat): string {
  const { from, to } = days
  if (kind === 'detailed') return `Toggl_time_entries_${from}_to_${to}.${format}`
  return `Toggl_Track_${kind}_report_${from}_${to}.${format}`
}
