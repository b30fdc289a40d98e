import { actingUser } from '../../core/context.ts'
import type { EntryFilter } from '../../core/entries/filter.ts'
import { idOf, listedProjects } from './lookup.ts'
import { billingStatusesOf, booleanOf, type Call, filledListOf, searchOf } from './wire.ts'

/** The parameters by which the list and the report choose entries alike. */
export async function sharedFilterOf(call: Call) {
  const { input } = call
  return {
    whose: whoseOf(call),
    projectIds: await listedProjects(call),
    withChildren: booleanOf(input, 'include_child_projects') === true,
    text: searchOf(input, 'search_query'),
    billingStatuses: billingStatusesOf(input),
  } satisfies EntryFilter
}

/** Colleagues have to be asked for; those one may not see are left out without a word. */
function whoseOf({ ctx, input }: Call): EntryFilter['whose'] {
  const ids = filledListOf(input, 'team_members')?.map((each) => idOf(each, 'users') ?? 0)
  if (booleanOf(input, 'include_team_members')) return ids ?? 'everyone'
  return !ids || ids.includes(actingUser(ctx).userId) ? 'mine' : []
}
