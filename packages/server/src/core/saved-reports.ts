import type { Row } from '../db/schema.ts'
import {
  isWorkspaceAdmin,
  membershipIn,
  membershipsOf,
  readableWorkspaces,
  requireAllowed,
  requireScope,
  workspaceIds,
} from './access.ts'
import { actingUser, type Ctx, transact } from './context.ts'
import { invalid, notFound } from './errors.ts'
import { emit } from './events.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { questionFrom, type ReportDefinition } from './reports/definition.ts'
import { softDelete } from './soft-delete.ts'
import { requiredText, toFlag } from './text.ts'
import { requireVersion, type Target } from './version.ts'

/** A question that somebody keeps under a name. Who runs it sees what they may see, whoever wrote it. */
export type SavedReport = Omit<Row<'saved_report'>, 'question'> & { question: ReportDefinition }

/** One's own, and those that others share in one's workspaces, by name. */
export async function listSavedReports(
  ctx: Ctx,
  filter: { workspaceId?: number },
  page: Page,
): Promise<PageOf<SavedReport>> {
  requireScope(ctx, 'read:reports')
  const reports = visibleReports(ctx, await readableWorkspaces(ctx, filter.workspaceId))
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      reports
        .where(beyond(after, ['name', 'id']))
        .orderBy('name')
        .orderBy('id')
        .limit(limit)
        .execute(),
    (report) => [report.name, report.id],
  )
  return { rows: rows.map(toSavedReport), next }
}

export async function getSavedReport(ctx: Ctx, id: number): Promise<SavedReport> {
  requireScope(ctx, 'read:reports')
  return toSavedReport(await requireReport(ctx, id))
}

function visibleReports(ctx: Ctx, workspaces: number[]) {
  return ctx.db.kysely
    .selectFrom('saved_report')
    .selectAll()
    .where('workspace_id', 'in', workspaces)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('is_shared', '=', 1), eb('user_id', '=', actingUser(ctx).userId)]))
}

async function requireReport(ctx: Ctx, id: number): Promise<Row<'saved_report'>> {
  const report = await visibleReports(ctx, workspaceIds(await membershipsOf(ctx)))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!report) throw notFound('saved report')
  return report
}

/** One's own report, to share what one may see oneself. */
export async function requireMyReport(ctx: Ctx, id: number): Promise<Row<'saved_report'>> {
  const report = await requireReport(ctx, id)
  requireAllowed(
    report.user_id === actingUser(ctx).userId,
    'This report belongs to somebody else. Save it as your own.',
  )
  return report
}

/** One's own report for writing, or a shared one where one administers its workspace. */
async function requireOwnReport(ctx: Ctx, { id, version }: Target): Promise<Row<'saved_report'>> {
  const report = await requireReport(ctx, id)
  const { role } = await membershipIn(ctx, report.workspace_id)
  const isOwn = report.user_id === actingUser(ctx).userId
  requireAllowed(isOwn || isWorkspaceAdmin(role), 'This report belongs to somebody else.')
  requireVersion(report, version)
  return report
}

function toSavedReport({ question, ...report }: Row<'saved_report'>): SavedReport {
  // Written below, after it was checked.
  return { ...report, question: JSON.parse(question) as ReportDefinition }
}

export type SavedReportFields = { name: string; question: ReportDefinition; is_shared?: boolean }

/** Keeps a question under a name, for its workspace. */
export async function createSavedReport(
  ctx: Ctx,
  workspaceId: number,
  fields: SavedReportFields,
): Promise<SavedReport> {
  requireScope(ctx, 'write:reports')
  return transact(ctx, async (ctx) => {
    await membershipIn(ctx, workspaceId)
    const row = await ctx.db.kysely
      .insertInto('saved_report')
      .values({
        workspace_id: workspaceId,
        user_id: actingUser(ctx).userId,
        name: requiredText('name', fields.name),
        question: await checkedQuestion(ctx, workspaceId, fields.question),
        is_shared: toFlag(fields.is_shared, 0),
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, reportEvent('created', null, row))
    return toSavedReport(row)
  })
}

/** A question as it is kept: one that makes sense, of the report's own workspace. */
async function checkedQuestion(ctx: Ctx, workspaceId: number, question: ReportDefinition): Promise<string> {
  if (question.workspace_id !== undefined && question.workspace_id !== workspaceId)
    throw invalid('question.workspace_id', 'A saved report asks about its own workspace.')
  const kept = { ...question, workspace_id: workspaceId }
  await questionFrom(ctx, kept)
  return JSON.stringify(kept)
}

/** Changes a saved report; what is left out stays. */
export async function updateSavedReport(
  ctx: Ctx,
  target: Target,
  fields: Partial<SavedReportFields>,
): Promise<SavedReport> {
  requireScope(ctx, 'write:reports')
  return transact(ctx, async (ctx) => {
    const before = await requireOwnReport(ctx, target)
    const after = await ctx.db.kysely
      .updateTable('saved_report')
      .set({
        name: fields.name === undefined ? before.name : requiredText('name', fields.name),
        question:
          fields.question === undefined
            ? before.question
            : await checkedQuestion(ctx, before.workspace_id, fields.question),
        is_shared: toFlag(fields.is_shared, before.is_shared),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', before.id)
      .where('version', '=', before.version)
      .returningAll()
      .executeTakeFirst()
    if (!after) throw notFound('saved report')
    await emit(ctx, reportEvent('updated', before, after))
    return toSavedReport(after)
  })
}

/** Deletes a saved report, and with it its links; undo brings both back. */
export async function deleteSavedReport(ctx: Ctx, target: Target): Promise<void> {
  requireScope(ctx, 'write:reports')
  await transact(ctx, async (ctx) => {
    await softDelete(ctx, 'saved_report', await requireOwnReport(ctx, target))
  })
}

function reportEvent(
  verb: 'created' | 'updated',
  before: Row<'saved_report'> | null,
  after: Row<'saved_report'>,
) {
  return {
    workspaceId: after.workspace_id,
    kind: `saved_report.${verb}` as const,
    subjectId: after.id,
    before,
    after,
  }
}
