import type { Row } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { projectsById } from '../projects/read.ts'
import type { UsageTexts } from '../rules/usage-sample.ts'
import { usageMatcher } from '../rules/usage-rules.ts'

export type UsageRule = Row<'usage_rule'>

/** Where a sample belongs; both null where no rule says. */
export type Place = { workspace_id: number | null; project_id: number | null }

const NOWHERE: Place = { workspace_id: null, project_id: null }

/** A person's rules in their order. */
export async function rulesInOrder(ctx: Ctx, userId: number): Promise<UsageRule[]> {
  return ctx.db.kysely
    .selectFrom('usage_rule')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** How the rules of a person place samples now: a rule whose project one no longer sees does not apply. */
export async function placesByRule(ctx: Ctx, userId: number): Promise<(texts: UsageTexts) => Place> {
  const rules = await rulesInOrder(ctx, userId)
  const projects = await projectsById(
    ctx,
    rules.map((rule) => rule.project_id),
  )
  const match = usageMatcher(rules.filter((rule) => projects.has(rule.project_id)))
  return (texts) => {
    const rule = match(texts)
    return rule ? { workspace_id: rule.workspace_id, project_id: rule.project_id } : NOWHERE
  }
}
