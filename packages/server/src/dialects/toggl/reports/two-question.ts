import type { FastifyRequest } from 'fastify'
import { getMe } from '../../../core/me.ts'
import type { Question } from '../../../core/reports/question.ts'
import { addDays, isDay, localDay } from '../../../core/rules/local-time.ts'
import type { Workspace } from '../../../core/workspaces.ts'
import { refused } from '../errors.ts'
import { type Input, queryIds, queryInteger, queryOf, queryText } from '../wire.ts'
import { type Asked, askedWith, membershipOf } from './question.ts'

/** What Reports v2 asks in its address, in the terms of v3, which knows the same and a little more. */
export async function askedInAddress(request: Pick<FastifyRequest, 'ctx' | 'query'>): Promise<Asked> {
  const { ctx } = request
  const query = queryOf(request)
  if (queryText(query, 'user_agent') === undefined) throw refused('user_agent is required')
  const workspaceId = queryInteger(query, 'workspace_id')
  if (workspaceId === undefined) throw refused('workspace_id is required')
  const membership = await membershipOf(ctx, workspaceId)
  const me = await getMe(ctx)
  const input = { ...filterOf(query), ...layoutOf(query), ...daysOf(query, localDay(ctx.now, me.time_zone)) }
  const asked = await askedWith(ctx, membership, input)
  return {
    ...asked,
    question: {
      ...asked.question,
      filter: {
        ...asked.question.filter,
        ...(isOn(query, 'without_description') ? { hasTitle: false } : {}),
      },
      rounding: roundingOf(query, membership.workspace),
    },
  }
}

const WEEK = 7

/** Until today; where the first day is to come, or long ago, for a week. */
function daysOf(query: Input, today: string): Input {
  const since = dayText(query, 'since') ?? addDays(today, 1 - WEEK)
  const isNear = since <= today && since >= addDays(today, -366)
  const until = dayText(query, 'until') ?? (isNear ? today : addDays(since, WEEK - 1))
  return { start_date: since, end_date: until }
}

/** A day, also where it is followed by a time of day. */
function dayText(query: Input, name: string): string | undefined {
  const text = queryText(query, name)
  if (text === undefined) return undefined
  const [day = ''] = text.split('T')
  if (!isDay(day)) throw refused(`Invalid ${name} format`)
  return day
}

function filterOf(query: Input): Input {
  const billable = queryText(query, 'billable')
  return {
    billable:
      billable === 'yes' || billable === 'true'
        ? true
        : billable === 'no' || billable === 'false'
          ? false
          : null,
    client_ids: idsOrNone(query, 'client_ids'),
    project_ids: idsOrNone(query, 'project_ids'),
    task_ids: idsOrNone(query, 'task_ids'),
    tag_ids: idsOrNone(query, 'tag_ids'),
    user_ids: queryIds(query, 'user_ids') ?? null,
    group_ids: queryIds(query, 'members_of_group_ids') ?? queryIds(query, 'or_members_of_group_ids') ?? null,
    time_entry_ids: queryIds(query, 'time_entry_ids') ?? null,
    description: queryText(query, 'description') ?? null,
  }
}

/** 0 among the ids asks for the entries without any. */
function idsOrNone(query: Input, name: string): (number | null)[] | null {
  return queryIds(query, name)?.map((id) => (id === 0 ? null : id)) ?? null
}

/** What the address says of rows and groups; the routes choose from it what is theirs. */
function layoutOf(query: Input): Input {
  const descending = queryText(query, 'order_desc')
  return {
    order_by: queryText(query, 'order_field') ?? null,
    order_dir: descending === undefined ? null : isOn(query, 'order_desc') ? 'DESC' : 'ASC',
    grouping: queryText(query, 'grouping') ?? null,
    sub_grouping: queryText(query, 'subgrouping') ?? null,
    distinguish_rates: isOn(query, 'distinct_rates'),
    include_time_entry_ids: isOn(query, 'grouped_time_entry_ids') || isOn(query, 'subgrouping_ids'),
    duration_format: queryText(query, 'display_hours') === 'decimal' ? 'decimal' : 'classic',
    calculate: queryText(query, 'calculate') ?? null,
  }
}

export function isOn(query: Input, name: string): boolean {
  const text = queryText(query, name)?.toLowerCase()
  return text === 'on' || text === 'true' || text === '1'
}

/** As the workspace rounds, where that is asked for. */
function roundingOf(
  query: Input,
  { rounding_mode, rounding_minutes, rounding_per }: Workspace,
): Question['rounding'] {
  if (!isOn(query, 'rounding')) return { mode: 'none', minutes: 1, per: 'entry' }
  return { mode: rounding_mode, minutes: rounding_minutes, per: rounding_per }
}
