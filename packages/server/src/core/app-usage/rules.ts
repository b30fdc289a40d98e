import type { UsageField, UsageMatch } from '../../db/schema.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { requiredText } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'
import { requireUsageProject, usageOwner } from './access.ts'
import { rulesInOrder, type UsageRule } from './matching.ts'

export type UsageRuleFields = {
  field?: UsageField
  match?: UsageMatch
  value?: string
  project_id?: number
  /** Its place in the order, from 0. */
  position?: number
}

const MOST_RULES = 500

/** One's rules, in the order in which they are tried. */
export async function listUsageRules(ctx: Ctx): Promise<UsageRule[]> {
  return rulesInOrder(ctx, usageOwner(ctx, 'read:app_usage'))
}

/** Makes a rule, last unless it says where. It applies to what arrives from now on; see `applyRules` for the rest. */
export async function createUsageRule(
  ctx: Ctx,
  fields: Required<Omit<UsageRuleFields, 'position'>> & { position?: number },
): Promise<UsageRule> {
  const userId = usageOwner(ctx, 'write:app_usage')
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const known = await rulesInOrder(ctx, userId)
    if (known.length >= MOST_RULES) throw conflict('in_use', `There may be at most ${MOST_RULES} rules.`)
    const project = await requireUsageProject(ctx, fields.project_id)
    const { id } = await ctx.db.kysely
      .insertInto('usage_rule')
      .values({
        user_id: userId,
        position: known.length,
        field: fields.field,
        match: fields.match,
        value: requiredText('value', fields.value, 1000),
        workspace_id: project.workspace_id,
        project_id: project.id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await moveTo(ctx, { userId, id, position: fields.position ?? known.length })
    const after = await ownRule(ctx, id)
    await tell(ctx, 'created', { before: null, after })
    return after
  })
}

/** Changes a rule, or its place in the order. */
export async function updateUsageRule(
  ctx: Ctx,
  { id, version }: Target,
  fields: UsageRuleFields,
): Promise<UsageRule> {
  const userId = usageOwner(ctx, 'write:app_usage')
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const before = await ownRule(ctx, id)
    requireVersion(before, version)
    const project = fields.project_id === undefined ? before : await placeOn(ctx, fields.project_id)
    await ctx.db.kysely
      .updateTable('usage_rule')
      .set({
        field: fields.field ?? before.field,
        match: fields.match ?? before.match,
        value: fields.value === undefined ? before.value : requiredText('value', fields.value, 1000),
        workspace_id: project.workspace_id,
        project_id: project.project_id,
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    if (fields.position !== undefined) await moveTo(ctx, { userId, id, position: fields.position })
    const after = await ownRule(ctx, id)
    await tell(ctx, 'updated', { before, after })
    return after
  })
}

async function placeOn(ctx: Ctx, projectId: number) {
  const project = await requireUsageProject(ctx, projectId)
  return { workspace_id: project.workspace_id, project_id: project.id }
}

/** Deletes a rule. What it placed stays where it is. */
export async function deleteUsageRule(ctx: Ctx, { id, version }: Target): Promise<void> {
  const userId = usageOwner(ctx, 'write:app_usage')
  await transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const before = await ownRule(ctx, id)
    requireVersion(before, version)
    await ctx.db.kysely.deleteFrom('usage_rule').where('id', '=', id).execute()
    await tell(ctx, 'deleted', { before, after: null })
  })
}

async function ownRule(ctx: Ctx, id: number): Promise<UsageRule> {
  const rule = await ctx.db.kysely
    .selectFrom('usage_rule')
    .selectAll()
    .where('user_id', '=', actingUser(ctx).userId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!rule) throw notFound('usage rule')
  return rule
}

/** Puts a rule at a place among the others, and writes the places that are other than they were. */
async function moveTo(
  ctx: Ctx,
  { userId, id, position }: { userId: number; id: number; position: number },
): Promise<void> {
  const rules = await rulesInOrder(ctx, userId)
  const order = rules.filter((rule) => rule.id !== id)
  order.splice(position, 0, ...rules.filter((rule) => rule.id === id))
  for (const [place, rule] of order.entries()) {
    if (rule.position === place) continue
    await ctx.db.kysely.updateTable('usage_rule').set({ position: place }).where('id', '=', rule.id).execute()
  }
}

async function tell(
  ctx: Ctx,
  verb: 'created' | 'updated' | 'deleted',
  { before, after }: { before: UsageRule | null; after: UsageRule | null },
): Promise<void> {
  const rule = after ?? before
  if (!rule) return
  await emit(ctx, {
    workspaceId: rule.workspace_id,
    kind: `usage_rule.${verb}`,
    subjectId: rule.id,
    subjectUserId: rule.user_id,
    before,
    after,
  })
}
