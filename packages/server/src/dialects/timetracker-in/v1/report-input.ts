import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { invalid } from '../../../core/errors.ts'
import { getMe } from '../../../core/me.ts'
import type { Grouping, Question } from '../../../core/reports/question.ts'
import { firstDayOf } from '../../../core/rules/local-periods.ts'
import { addDays, endOfDay, isDay, startOfDay } from '../../../core/rules/local-time.ts'
import { requireZone } from '../../../core/text.ts'
import { entryFilterOf } from '../entries.ts'
import { type Input, requireFields, textOf } from '../input.ts'

const GROUPINGS = {
  project: 'project',
  client: 'client',
  task: 'task',
  tag: 'tag',
  team_member: 'user',
  day: 'day',
  week: 'week',
  month: 'month',
} as const satisfies Record<string, Grouping>

export type GroupWord = keyof typeof GROUPINGS
const WORDS = Object.keys(GROUPINGS) as GroupWord[]
const MOST_ROWS = 100_000

/** The days of a report, both included, in its zone. */
export type Days = { start: string; end: string; zone: string; weekStart: number }

/** `start_date` and `end_date`, which are days in `timezone`, or in one's own zone. */
export async function daysOf(ctx: Ctx, input: Input): Promise<Days> {
  requireFields(input, 'start_date', 'end_date')
  const start = dayOf(input, 'start_date')
  const end = dayOf(input, 'end_date')
  if (end < start) throw invalid('end_date', 'end_date must not be before start_date')
  return { start, end, ...(await calendarOf(ctx, input)) }
}

/** The week in which `start_date` lies. */
export async function weekOf(ctx: Ctx, input: Input): Promise<Days> {
  requireFields(input, 'start_date')
  const calendar = await calendarOf(ctx, input)
  const start = firstDayOf(dayOf(input, 'start_date'), 'week', calendar.weekStart)
  return { start, end: addDays(start, 6), ...calendar }
}

async function calendarOf(ctx: Ctx, input: Input): Promise<Pick<Days, 'zone' | 'weekStart'>> {
  const { time_zone, week_start } = await getMe(ctx)
  const zone = textOf(input, 'timezone')
  return { zone: zone ? requireZone('timezone', zone) : time_zone, weekStart: week_start }
}

function dayOf(input: Input, name: string): string {
  const day = textOf(input, name)?.trim() ?? ''
  if (!isDay(day)) throw invalid(name, 'Must be a day, such as 2026-03-31')
  return day
}

/** `group_by`: up to so many different ones of these words. */
export function groupingsOf(
  input: Input,
  { words = WORDS, most, usual }: { words?: readonly GroupWord[]; most: number; usual: GroupWord },
): GroupWord[] {
  const asked = (textOf(input, 'group_by') ?? usual).split(',').map((word) => word.trim())
  const known = asked.flatMap((word) => words.find((each) => each === word) ?? [])
  if (known.length === asked.length && asked.length <= most && new Set(asked).size === asked.length)
    return known
  const count = most === 1 ? 'one' : `up to ${most} different ones, with a comma between them,`
  throw invalid('group_by', `Must be ${count} of: ${words.join(', ')}`)
}

/** The question that a report asks. Only finished time counts, which stays whole on the day it starts on. */
export async function questionOf(
  ctx: Ctx,
  place: Membership,
  { input, days, groupBy }: { input: Input; days: Days; groupBy: readonly GroupWord[] },
): Promise<Question> {
  const { start, end, zone, weekStart } = days
  return {
    filter: { ...(await entryFilterOf(ctx, place, input)), isRunning: false },
    from: startOfDay(start, zone),
    to: endOfDay(end, zone),
    zone,
    weekStart,
    groupBy: groupBy.map((word) => GROUPINGS[word]),
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    sort: null,
    limit: MOST_ROWS,
  }
}
