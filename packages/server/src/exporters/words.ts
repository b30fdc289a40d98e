import type { Group, ReportEntry } from '../core/reports/answer.ts'
import type { Grouping } from '../core/reports/question.ts'
import type { ReportDocument } from './document.ts'
import { dateTimeText, type LocalClock, timeText } from './local-clock.ts'

/** What stands between the titles of a chain of projects. */
export const CHAIN = ' ▸ '

const GROUPINGS: Record<string, { title: string; none: string }> = {
  user: { title: 'Person', none: 'Nobody' },
  project: { title: 'Project', none: 'No project' },
  client: { title: 'Client', none: 'No client' },
  task: { title: 'Task', none: 'No task' },
  tag: { title: 'Tag', none: 'No tag' },
  title: { title: 'Title', none: 'No title' },
  notes: { title: 'Notes', none: 'No notes' },
  billing_status: { title: 'Billing status', none: 'Undetermined' },
  rate: { title: 'Rate', none: 'No rate' },
  day: { title: 'Day', none: 'No day' },
  week: { title: 'Week of', none: 'No week' },
  month: { title: 'Month', none: 'No month' },
  year: { title: 'Year', none: 'No year' },
  span: { title: 'Time', none: 'No time' },
}

const STATUSES: Record<string, string> = {
  undetermined: 'Undetermined',
  not_billable: 'Not billable',
  billable: 'Billable',
  billed: 'Billed',
  paid: 'Paid',
}

/** The head of the column of a grouping; `project:2` is the second level of projects. */
export function groupingTitle(by: Grouping): string {
  const [noun = '', level] = by.split(':')
  const title = GROUPINGS[noun]?.title ?? noun
  return level === undefined ? title : `${title}, level ${level}`
}

/** What a line is called. A project has its whole chain, unless the line above it says where it belongs. */
export function groupName(group: Group, { clock, above }: { clock: LocalClock; above: readonly Grouping[] }) {
  const { by, key, label, chain } = group
  if (key === null) return GROUPINGS[by.split(':')[0] ?? '']?.none ?? 'None'
  if (by === 'billing_status') return STATUSES[key] ?? String(key)
  if (by === 'span') return spanText(String(key), clock)
  if (by === 'month') return String(key).slice(0, 7)
  if (by === 'year') return String(key).slice(0, 4)
  const isPlaced = above.some((one) => one.startsWith('project'))
  if (chain && chain.length > 0 && !isPlaced) return chain.join(CHAIN)
  return label ?? String(key)
}

export function statusText(status: ReportEntry['billing_status']): string {
  return STATUSES[status ?? 'undetermined'] ?? ''
}

/** `2026-03-01 09:00:00 – 10:30`, from two instants. */
function spanText(key: string, clock: LocalClock): string {
  const [from, to] = key.split(' ')
  const start = dateTimeText(clock(Number(from)))
  return to ? `${start} – ${timeText(clock(Number(to)))}` : `${start} –`
}

/** The days a report is about, in words. */
export function periodText({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null) return from === to ? longDay(from) : `${longDay(from)} – ${longDay(to)}`
  if (from !== null) return `From ${longDay(from)}`
  return to === null ? 'All time' : `Until ${longDay(to)}`
}

/** `1 March 2026`. */
function longDay(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** What a reader must know to trust the sums: lines left out, and entries that stand under several lines. */
export function caveats({ report }: ReportDocument): string[] {
  const said: string[] = []
  if (report.is_cut)
    said.push(`Not all of the ${count(report.row_count)} lines are listed; totals hold them all.`)
  if (report.repeats_entries)
    said.push('An entry with several tags stands under each of them, so lines add up to more than the total.')
  if (report.rounding.mode !== 'none') {
    const per = { entry: 'entry', day_project: 'day and project', total: 'line' }[report.rounding.per]
    const direction = { none: '', up: ' up', down: ' down', nearest: '' }[report.rounding.mode]
    said.push(`Time is rounded${direction} to ${report.rounding.minutes} minutes per ${per}.`)
  }
  if (report.attribution === 'split') said.push('Entries that cross midnight are split between the days.')
  return said
}

/** `12,345`. */
export function count(number: number): string {
  return new Intl.NumberFormat('en').format(number)
}
