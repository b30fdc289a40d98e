import type { FastifyInstance } from 'fastify'
import type { Group, Report } from '../../core/reports/answer.ts'
import type { Grouping, Question } from '../../core/reports/question.ts'
import { dispositionOf } from '../../exporters/file-name.ts'
import { REPORT_FORMATS, type ReportFormat } from '../../exporters/document.ts'
import { contentTypeOf } from '../../exporters/report-file.ts'
import type { House } from '../../http/house.ts'
import { streamFile } from '../../http/stream-file.ts'
import { billingFilter, whoseOf } from './entries.ts'
import { validation } from './errors.ts'
import { flagIn, numberIn, queryOf } from './input.ts'
import { type Call, route } from './route.ts'
import { endBound, hoursOf, localTime, startBound } from './times.ts'

const DEFAULT_DAYS = 30
const DAY_MS = 24 * 3600 * 1000
const MOST_ROWS = 100_000

export function reportRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    method: 'GET',
    url: '/reports/summary',
    summary: 'Sum up a range: hours, billable hours, entries, and the hours of each project',
    scope: 'read:reports',
    async handle(call) {
      const question = { ...questionOf(call, house.timeZone), groupBy: ['project'] as const }
      const report = await house.reading.ask(call.ctx, 'report', question)
      return { summary: { ...headOf(report, question), by_project: projectsOf(report) } }
    },
  })

  route(app, {
    method: 'GET',
    url: '/reports',
    summary: 'Run a report with up to three groupings, or write it into a file',
    scope: 'read:reports',
    async handle(call) {
      const query = queryOf(call.request)
      const question = { ...questionOf(call, house.timeZone), groupBy: groupingsOf(query['group_by']) }
      const format = formatOf(query['format'])
      if (format !== 'json') return sendFile(house, call, { question, format })
      const report = await house.reading.ask(call.ctx, 'report', question)
      const head = headOf(report, question)
      return { report: { ...head, group_by: question.groupBy, rows: rowsOf(report.groups) } }
    },
  })
}

/** The question a query asks. Only finished time counts; a range that is missing, or cannot be read, is the last month. */
function questionOf(call: Call, zone: string): Question {
  const query = queryOf(call.request)
  const id = (name: string) => {
    const number = numberIn(query, name)
    return number === undefined ? undefined : [number]
  }
  // What starts this very moment counts.
  const to = endBound(query['end_date'], zone) ?? call.ctx.now + 1
  return {
    filter: {
      whose: whoseOf(call, numberIn(query, 'user_id')),
      workspaceId: call.workspaceId,
      projectIds: id('project_id'),
      clientIds: id('client_id'),
      taskIds: id('task_id'),
      billingStatuses: statusFilter(query['status']) ?? billingFilter(flagIn(query, 'billable')),
      isRunning: false,
    },
    from: startBound(query['start_date'], zone) ?? to - 1 - DEFAULT_DAYS * DAY_MS,
    to,
    zone,
    weekStart: 1,
    groupBy: [],
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    sort: null,
    limit: MOST_ROWS,
  }
}

const STATUSES = ['undetermined', 'not_billable', 'billable', 'billed', 'paid'] as const

function statusFilter(text: string | undefined) {
  if (text === undefined || text === '') return undefined
  const status = STATUSES.find((each) => each === text)
  if (status) return [status]
  throw validation('Validation failed', { status: [`Must be one of: ${STATUSES.join(', ')}.`] })
}

const GROUPINGS = ['project', 'client', 'task', 'user', 'tag', 'day', 'week', 'month'] as const
const MOST_GROUPINGS = 3

function groupingsOf(text: string | undefined): Grouping[] {
  const words = (text ?? 'project')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  const groupings = words.flatMap((word) => GROUPINGS.find((each) => each === word) ?? [])
  if (
    groupings.length === words.length &&
    new Set(words).size === words.length &&
    words.length <= MOST_GROUPINGS
  )
    return groupings
  throw validation('Validation failed', {
    group_by: [`Must be up to ${MOST_GROUPINGS} different ones of: ${GROUPINGS.join(', ')}.`],
  })
}

function formatOf(text: string | undefined): ReportFormat {
  if (text === undefined || text === '') return 'json'
  const format = REPORT_FORMATS.find((each) => each === text)
  if (format) return format
  throw validation('Validation failed', { format: [`Must be one of: ${REPORT_FORMATS.join(', ')}.`] })
}

function headOf({ total }: Report, { from, to, zone }: Question) {
  return {
    start_date: localTime(from ?? 0, zone),
    // The end does not count; the last moment before it does.
    end_date: localTime((to ?? 0) - 1, zone),
    total_hours: hoursOf(total.seconds),
    billable_hours: hoursOf(total.billable_seconds),
    total_entries: total.entries,
  }
}

/** The hours of projects are not rounded in a summary; time for a client alone counts in the totals only. */
function projectsOf({ groups }: Report) {
  return groups.flatMap(({ key, label, total }) =>
    key === null
      ? []
      : [
          {
            project_id: Number(key),
            project_name: label ?? 'Unknown',
            hours: total.seconds / 3600,
            entries: total.entries,
          },
        ],
  )
}

type ReportRow = Record<string, string | number | null>

/** The innermost lines, each with the ids and names of those above it. */
function rowsOf(groups: readonly Group[], above: ReportRow = {}): ReportRow[] {
  return groups.flatMap((group) => {
    const names = { ...above, ...namesOf(group) }
    if (group.groups.length > 0) return rowsOf(group.groups, names)
    const { seconds, billable_seconds, entries } = group.total
    return [{ ...names, hours: hoursOf(seconds), billable_hours: hoursOf(billable_seconds), entries }]
  })
}

function namesOf({ by, key, label }: Group): ReportRow {
  if (by === 'day' || by === 'week' || by === 'month') return { [by]: key }
  return { [`${by}_id`]: key === null ? null : Number(key), [`${by}_name`]: label }
}

type FileRequest = { question: Question; format: ReportFormat }

async function sendFile(house: House, { ctx, request, reply }: Call, { question, format }: FileRequest) {
  const stream = await streamFile({ request, reply }, (signal) =>
    house.reading.file(ctx, 'export', {
      signal,
      input: { question, format, detail: 'summary', paper: 'a4', name: 'Time report' },
    }),
  )
  const day = (at: number) => localTime(at, question.zone).slice(0, 10)
  const name = `time_report_${day(question.from ?? 0)}_${day((question.to ?? 0) - 1)}.${format}`
  return reply.type(contentTypeOf(format)).header('content-disposition', dispositionOf(name)).send(stream)
}
