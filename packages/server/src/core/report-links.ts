import type { Row } from '../db/schema.ts'
import { requireScope } from './access.ts'
import { actingAs, actingUser, type Ctx, transact } from './context.ts'
import { AppError, invalid, notFound } from './errors.ts'
import { emit } from './events.ts'
import { questionFrom, type ReportDefinition } from './reports/definition.ts'
import type { Question } from './reports/question.ts'
import { requireMyReport } from './saved-reports.ts'
import { hashSecret, randomSecret } from './secrets.ts'

export type ReportLink = Row<'report_link'>

const MOST_LINKS = 50

/** A link to a saved report: whoever has it sees what its maker may see, but never what time costs. */
export async function createReportLink(
  ctx: Ctx,
  reportId: number,
  { showsAmounts, expiresAt }: { showsAmounts: boolean; expiresAt: number | null },
): Promise<{ link: ReportLink; secret: string }> {
  requireScope(ctx, 'write:reports')
  if (expiresAt !== null && expiresAt <= ctx.now) throw invalid('expires_at', 'That has passed already.')
  return transact(ctx, async (ctx) => {
    const report = await requireMyReport(ctx, reportId)
    if ((await liveLinks(ctx, report)).length >= MOST_LINKS)
      throw invalid('id', `A report has at most ${MOST_LINKS} links. Revoke one first.`)
    const secret = randomSecret(32)
    const link = await ctx.db.kysely
      .insertInto('report_link')
      .values({
        workspace_id: report.workspace_id,
        saved_report_id: report.id,
        created_by: actingUser(ctx).userId,
        secret_hash: hashSecret(secret),
        sealed_secret: ctx.secrets.seal(secret),
        shows_amounts: showsAmounts ? 1 : 0,
        expires_at: expiresAt,
        revoked_at: null,
        created_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, linkEvent('created', null, link))
    return { link, secret }
  })
}

/** The links of a report that still work, with their secrets, for those who may make them. */
export async function listReportLinks(
  ctx: Ctx,
  reportId: number,
): Promise<{ link: ReportLink; secret: string }[]> {
  requireScope(ctx, 'write:reports')
  const links = await liveLinks(ctx, await requireMyReport(ctx, reportId))
  return links.map((link) => ({ link, secret: ctx.secrets.open(link.sealed_secret) }))
}

async function liveLinks(
  ctx: Ctx,
  report: Pick<Row<'saved_report'>, 'id' | 'workspace_id'>,
): Promise<ReportLink[]> {
  return ctx.db.kysely
    .selectFrom('report_link')
    .selectAll()
    .where('workspace_id', '=', report.workspace_id)
    .where('saved_report_id', '=', report.id)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ctx.now)]))
    .orderBy('id')
    .execute()
}

/** Ends a link: whoever follows it finds nothing. */
export async function revokeReportLink(ctx: Ctx, reportId: number, linkId: number): Promise<void> {
  requireScope(ctx, 'write:reports')
  await transact(ctx, async (ctx) => {
    const report = await requireMyReport(ctx, reportId)
    const before = (await liveLinks(ctx, report)).find((link) => link.id === linkId)
    if (!before) throw notFound('link')
    const after = await ctx.db.kysely
      .updateTable('report_link')
      .set({ revoked_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', linkId)
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, linkEvent('deleted', before, after))
  })
}

function linkEvent(verb: 'created' | 'deleted', before: ReportLink | null, after: ReportLink) {
  return {
    workspaceId: after.workspace_id,
    kind: `report_link.${verb}` as const,
    subjectId: after.id,
    subjectUserId: after.created_by,
    before,
    after,
  }
}

/** What stands behind a link: the report's name, and its question as its maker would ask it now. */
export type LinkedReport = { name: string; workspace: string; ctx: Ctx; question: Question }

/** Follows a link. Gone once it has expired; not found when it is revoked, or its maker may no longer see the report. */
export async function followReportLink(ctx: Ctx, secret: string): Promise<LinkedReport> {
  const found = await ctx.db.kysely
    .selectFrom('report_link')
    .innerJoin('saved_report', (join) =>
      join
        .onRef('saved_report.workspace_id', '=', 'report_link.workspace_id')
        .onRef('saved_report.id', '=', 'report_link.saved_report_id'),
    )
    .innerJoin('workspace', 'workspace.id', 'report_link.workspace_id')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'report_link.workspace_id')
        .onRef('member.user_id', '=', 'report_link.created_by'),
    )
    .innerJoin('user', 'user.id', 'report_link.created_by')
    .where('report_link.secret_hash', '=', hashSecret(secret))
    .where('report_link.revoked_at', 'is', null)
    .where('saved_report.deleted_at', 'is', null)
    .where('workspace.deleted_at', 'is', null)
    .where('member.is_active', '=', 1)
    .where('user.is_active', '=', 1)
    .select([
      'report_link.created_by',
      'report_link.workspace_id',
      'report_link.shows_amounts',
      'report_link.expires_at',
      'saved_report.name',
      'saved_report.question',
      'workspace.name as workspace',
    ])
    .executeTakeFirst()
  if (!found) throw notFound('report')
  if (found.expires_at !== null && found.expires_at <= ctx.now)
    throw new AppError('gone', 'link_expired', 'This link has expired. Ask for another one.')
  const maker = makerOf(ctx, found.created_by, found.workspace_id)
  // Checked when it was kept.
  const definition = JSON.parse(found.question) as ReportDefinition
  const question = await questionFrom(maker, definition)
  return {
    name: found.name,
    workspace: found.workspace,
    ctx: maker,
    question: { ...question, shows: found.shows_amounts === 1 ? 'billable' : 'time' },
  }
}

function makerOf(ctx: Ctx, userId: number, workspaceId: number): Ctx {
  const acting = actingAs(ctx, userId)
  return { ...acting, actor: { ...actingUser(acting), scopes: ['read:reports'], workspaceId } }
}
