import type { Ctx } from '../../core/context.ts'
import { projectOf } from './lookup.ts'
import { billingStatusOf, booleanOf, customFieldsOf, type Input, textOf } from './wire.ts'

/** What Timing asks of every entry, and how it bills one that nothing else decides. */
const RULES = { lastWord: 'billable', needsTitleOrProject: true } as const

/** What an entry says. Without a project it lives at home, in the personal workspace. */
export async function fieldsOf(ctx: Ctx, input: Input) {
  const project = await projectOf(ctx, input, 'project')
  return {
    ...RULES,
    project_id: project === undefined ? undefined : (project?.id ?? null),
    workspace_id: project ? undefined : ('personal' as const),
    title: textOf(input, 'title'),
    notes: textOf(input, 'notes'),
    billing_status: billingStatusOf(input),
    custom_fields: customFieldsOf(input),
  }
}

export function overlapOf(input: Input) {
  return booleanOf(input, 'replace_existing') ? ('replace' as const) : ('allow' as const)
}
