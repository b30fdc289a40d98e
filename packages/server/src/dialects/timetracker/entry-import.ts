import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parse } from 'csv-parse/sync'
import { canManage } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { createEntry } from '../../core/entries/write.ts'
import { AppError } from '../../core/errors.ts'
import { findProject } from '../../core/projects/read.ts'
import { readTime } from '../../core/rules/local-time.ts'
import { findTask } from '../../core/tasks.ts'
import { fromOneText } from '../../core/rules/one-text.ts'
import type { House } from '../../http/house.ts'
import { bare, inWords, paint, refusal } from './errors.ts'
import { isRecord, rawBody, tagsOf } from './input.ts'
import { route } from './route.ts'

const MOST_BYTES = 10 * 1024 * 1024
const MOST_ROWS = 5000
const ERRORS_SHOWN = 50

/** Finished entries from CSV, each row by itself: what is wrong with one keeps no other out. */
export function entryImportRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    method: 'POST',
    url: '/time-entries/import-csv',
    summary: 'Import time entries from CSV, as a file, as JSON or as plain text',
    scope: 'write:time_entries',
    bodyLimit: MOST_BYTES,
    async handle({ ctx, place, request }) {
      const rows = rowsOf(await textOf(request))
      const setting = { zone: house.timeZone, isAdmin: canManage(place.role) }
      const errors: { row: number; error: string }[] = []
      for (const [index, row] of rows.entries()) {
        const error = await problemOf(request, () => importRow(ctx, row, setting))
        // The first row of the file is its head.
        if (error !== undefined) errors.push({ row: index + 2, error })
      }
      return {
        success: true,
        created: rows.length - errors.length,
        failed: errors.length,
        errors: errors.slice(0, ERRORS_SHOWN),
      }
    },
  })
}

/** The CSV of a request: the `file` of a form, `csv` or `data` of a JSON body, or the body itself. */
async function textOf({ body }: FastifyRequest): Promise<string> {
  const raw = rawBody(body)
  const text = raw ? await csvIn(raw.type, raw.bytes) : ''
  if (text.trim() === '') throw emptyCsv()
  return text
}

async function csvIn(type: string, bytes: Buffer): Promise<string> {
  if (/^multipart\/form-data\b/i.test(type)) {
    const file = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
      .formData()
      .then((form) => form.get('file'))
      .catch(() => null)
    return typeof file === 'string' ? file : ((await file?.text()) ?? '')
  }
  if (!/\bjson\b/i.test(type)) return bytes.toString('utf8')
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    const text = isRecord(value) ? (value['csv'] ?? value['data']) : undefined
    return typeof text === 'string' ? text : ''
  } catch {
    throw new AppError('invalid', 'malformed', 'The body is not JSON.')
  }
}

function emptyCsv(): AppError {
  return inWords(new AppError('invalid', 'bad_input', 'The CSV is empty.'), {
    status: 400,
    body: { success: false, error: 'Empty CSV' },
  })
}

type CsvRow = Readonly<Record<string, string | undefined>>

/** Rows by the names of the head, whose case and spaces do not matter. */
function rowsOf(text: string): CsvRow[] {
  try {
    const rows: CsvRow[] = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase().replaceAll(/\s+/g, '_')),
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: MOST_ROWS + 1,
    })
    if (rows.length > MOST_ROWS) throw bare(`At most ${MOST_ROWS} rows can be imported at once`)
    return rows
  } catch (error) {
    throw error instanceof AppError ? error : bare('Invalid CSV')
  }
}

const DELIMITERS = [',', ';', '\t']

/** Whatever parts the names of the head the most. */
function delimiterOf(text: string): string {
  const [head = ''] = text.trimStart().split(/\r?\n/, 1)
  const count = (delimiter: string) => head.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/** Why a row could not be imported, in the system's words; undefined where it was. */
async function problemOf(request: FastifyRequest, work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { body } = paint(error, request)
    return isRecord(body) && typeof body['message'] === 'string' ? body['message'] : error.message
  }
}

type Setting = { zone: string; isAdmin: boolean }

async function importRow(ctx: Ctx, row: CsvRow, { zone, isAdmin }: Setting): Promise<void> {
  const projectId = Number(row['project_id'] || Number.NaN)
  if (!Number.isSafeInteger(projectId)) throw refusal('project_id is required')
  if (!(await findProject(ctx, projectId))) throw refusal('no access to project')
  const start = readTime(row['start_time'] ?? row['start'] ?? '', zone)
  const end = readTime(row['end_time'] ?? row['end'] ?? '', zone)
  if (start?.kind !== 'instant' || end?.kind !== 'instant')
    throw refusal('start_time and end_time required (ISO 8601)')
  if (end.at <= start.at) throw refusal('End time must be after start time')
  await createEntry(ctx, {
    started_at: start.at,
    ended_at: end.at,
    project_id: projectId,
    task_id: await taskOf(ctx, row['task_id'], projectId),
    ...fromOneText(row['notes'] ?? row['description'] ?? ''),
    tags: tagsOf({ tags: row['tags'] ?? '' }),
    billing_status: isBillable(row['billable']) ? 'billable' : 'not_billable',
    source: 'import',
    // Who manages the workspace knows what they bring along.
    overlap: isAdmin ? 'allow' : 'refuse',
  })
}

async function taskOf(ctx: Ctx, text: string | undefined, projectId: number): Promise<number | undefined> {
  if (!text) return undefined
  const id = Number(text)
  const task = Number.isSafeInteger(id) ? await findTask(ctx, id) : undefined
  if (task?.project_id !== projectId) throw refusal('Invalid task for selected project')
  return id
}

function isBillable(text: string | undefined): boolean {
  return text === undefined || text === '' || /^(1|true|yes|y)$/i.test(text)
}
