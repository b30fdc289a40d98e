import type { ExportFormat, Row } from '../db/schema.ts'
import { isWorkspaceAdmin, membershipIn, requireAllowed, requireScope } from './access.ts'
import { actingAs, actingUser, type Ctx, transact } from './context.ts'
import { conflict, notFound } from './errors.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { enqueue } from './queue.ts'
import { questionFrom, type ReportDefinition } from './reports/definition.ts'
import type { Question } from './reports/question.ts'
import { requiredText } from './text.ts'

/** A file that is written while nobody has to wait for it, and kept for a day. */
export type ReportExport = Row<'report_export'>

/** Whether it holds everything instead of a report. */
export function holdsEverything({ request }: Pick<ReportExport, 'request'>): boolean {
  return 'everything' in (JSON.parse(request) as Request | Record<string, never>)
}

/** What is written: a report, or everything one may see. */
type Request =
  | { question: ReportDefinition; detail: 'summary' | 'entries'; paper: 'a4' | 'letter' }
  | { everything: true; workspaceId: number | null; scopes: readonly string[] }

export type ExportFields = {
  question: ReportDefinition
  format: ExportFormat
  detail?: 'summary' | 'entries'
  paper?: 'a4' | 'letter'
  name?: string
}

const MOST_WAITING = 5

/** Has a report written into a file. It goes on whether one waits for it or not. */
export async function createExport(ctx: Ctx, fields: ExportFields): Promise<ReportExport> {
  requireScope(ctx, 'read:reports')
  const { question, format, detail = 'summary', paper = 'a4', name = 'Report' } = fields
  await questionFrom(ctx, question)
  return insertExport(ctx, { name, format, request: { question, detail, paper } })
}

/**
 * Has everything one may see written into a file: of one workspace, for its owner and admins, or what is one's own in
 * all of them. A key gets no more of it than it may read.
 */
export async function createFullExport(
  ctx: Ctx,
  { workspaceId, format }: { workspaceId: number | null; format: 'csv' | 'json' },
): Promise<ReportExport> {
  requireScope(ctx, 'read:time_entries')
  const { scopes } = actingUser(ctx)
  let name = 'Everything of mine'
  if (workspaceId !== null) {
    const { role, workspace } = await membershipIn(ctx, workspaceId)
    requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may export a whole workspace.')
    name = `Everything of ${workspace.name}`.slice(0, 255)
  }
  return insertExport(ctx, { name, format, request: { everything: true, workspaceId, scopes } })
}

type NewExport = { name: string; format: ExportFormat; request: Request }

async function insertExport(ctx: Ctx, { name, format, request }: NewExport): Promise<ReportExport> {
  const { userId, workspaceId } = actingUser(ctx)
  return transact(ctx, async (ctx) => {
    const { waiting } = await ctx.db.kysely
      .selectFrom('report_export')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('user_id', '=', userId)
      .where('status', 'in', ['waiting', 'working'])
      .executeTakeFirstOrThrow()
    if (waiting >= MOST_WAITING)
      throw conflict(
        'in_use',
        `${MOST_WAITING} of your exports are still being written. Wait for one of them.`,
      )
    const row = await ctx.db.kysely
      .insertInto('report_export')
      .values({
        user_id: userId,
        workspace_id: workspaceId,
        name: requiredText('name', name),
        request: JSON.stringify(request),
        format,
        status: 'waiting',
        rows_total: null,
        size_bytes: null,
        error: null,
        created_at: ctx.now,
        finished_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await enqueue(ctx, 'write-export', { id: row.id })
    return row
  })
}

/** One's own exports, newest first. */
export async function listExports(ctx: Ctx, page: Page): Promise<PageOf<ReportExport>> {
  requireScope(ctx, 'read:reports')
  return pageOf(
    page,
    (after, limit) =>
      ownExports(ctx)
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (row) => [row.id],
  )
}

export async function getExport(ctx: Ctx, id: number): Promise<ReportExport> {
  requireScope(ctx, 'read:reports')
  const row = await ownExports(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('export')
  return row
}

/** A key that is bound to a workspace has no business with the files of others. */
function ownExports(ctx: Ctx) {
  const { userId, workspaceId } = actingUser(ctx)
  const own = ctx.db.kysely.selectFrom('report_export').selectAll().where('user_id', '=', userId)
  return workspaceId === null ? own : own.where('workspace_id', '=', workspaceId)
}

/** Stops an export that is being written, or throws the file away. */
export async function deleteExport(ctx: Ctx, id: number): Promise<void> {
  await getExport(ctx, id)
  await ctx.db.kysely.deleteFrom('report_export').where('id', '=', id).execute()
}

/** The file of an export, part by part. */
export async function* exportedFile(ctx: Ctx, id: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const part = await ctx.db.kysely
      .selectFrom('report_export_part')
      .select('bytes')
      .where('export_id', '=', id)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!part) return
    yield part.bytes
  }
}

/** An export that is to be written, with the question as its owner asks it. Undefined once it is not wanted any more. */
export async function beginExport(ctx: Ctx, id: number) {
  const row = await ctx.db.kysely
    .updateTable('report_export')
    .set({ status: 'working', rows_done: 0 })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'working'])
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  // A process that died may have left some of it.
  await ctx.db.kysely.deleteFrom('report_export_part').where('export_id', '=', id).execute()
  // Written above.
  const request = JSON.parse(row.request) as Request
  const acting = actingAs(ctx, row.user_id)
  const scopes = 'everything' in request ? request.scopes : ['read:reports']
  const owner: Ctx = {
    ...acting,
    actor: { ...actingUser(acting), scopes, workspaceId: row.workspace_id },
  }
  if ('everything' in request) {
    // One may have lost the role since.
    if (request.workspaceId !== null) {
      const { role } = await membershipIn(owner, request.workspaceId)
      requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may export a whole workspace.')
    }
    const format = row.format === 'json' ? ('json' as const) : ('csv' as const)
    return { kind: 'everything' as const, owner, input: { workspaceId: request.workspaceId, format } }
  }
  const { question, detail, paper } = request
  const asked: Question = await questionFrom(owner, question)
  const input = { question: asked, format: row.format, detail, paper, name: row.name }
  return { kind: 'report' as const, owner, input }
}

/** Keeps a part of the file; false where nobody wants it any more. */
export async function keepExportPart(
  ctx: Ctx,
  id: number,
  part: { position: number; bytes: Buffer; rowsDone: number; rowsTotal: number | null },
): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const wanted = await ctx.db.kysely
      .updateTable('report_export')
      .set({ rows_done: part.rowsDone, rows_total: part.rowsTotal })
      .where('id', '=', id)
      .where('status', '=', 'working')
      .returning('id')
      .executeTakeFirst()
    if (!wanted) return false
    const { position, bytes } = part
    await ctx.db.kysely.insertInto('report_export_part').values({ export_id: id, position, bytes }).execute()
    return true
  })
}

/** The file is whole, or cannot be written. */
export async function endExport(
  ctx: Ctx,
  id: number,
  result: { sizeBytes: number } | { error: string },
): Promise<void> {
  await ctx.db.kysely
    .updateTable('report_export')
    .set({
      status: 'error' in result ? 'failed' : 'done',
      error: 'error' in result ? result.error.slice(0, 1000) : null,
      size_bytes: 'error' in result ? null : result.sizeBytes,
      finished_at: ctx.now,
    })
    .where('id', '=', id)
    .where('status', '=', 'working')
    .execute()
}
