import type { Line } from '../../../core/reports/lines.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import type { Row } from '../../../exporters/csv.ts'
import type { House } from '../../../http/house.ts'
import { flagOf } from '../wire.ts'
import { amountCell, csvFile, durationCell, nameCell } from './csv.ts'
import { type Names, namesOfIds } from './names.ts'
import { type Asked, wordOf } from './question.ts'
import { idOfKey, idsAt, sumOf, type Table, tableOf, worthOf } from './table.ts'
import { daysOfWeek } from './weekly.ts'

/** The week with a column for each day: by project and then person, or the other way round. */
export async function* weeklyCsv(house: House, week: Asked): AsyncGenerator<Uint8Array> {
  const { ctx, input, membership } = week
  const isByPerson = wordOf(input, 'grouping', ['projects', 'users']) === 'users'
  const hasTasks = flagOf(input, 'group_by_task') === true
  const table = await tableOf(house, week, ['project', 'user', 'day', ...(hasTasks ? ['task' as const] : [])])
  const names = await namesOfIds(ctx, membership, {
    projects: idsAt(table.lines, 0),
    users: idsAt(table.lines, 1),
    tasks: hasTasks ? idsAt(table.lines, 3) : [],
  })
  const rows = [...groupBy(table.lines, ({ keys }) => `${keys[0]} ${keys[1]} ${keys[3]}`).values()].map(
    (lines) => ({
      named: namesOfRow(lines, { names, isByPerson, hasTasks }),
      lines,
    }),
  )
  rows.sort((a, b) => collator.compare(a.named.join('\0'), b.named.join('\0')))
  const spelling: Spelling = {
    days: daysOfWeek(week),
    isMoney: wordOf(input, 'calculate', ['time', 'amounts', 'earnings']) !== 'time',
    table,
  }
  const titles = isByPerson ? ['User', 'Project', 'Client'] : ['Project', 'Client', 'User']
  const header = [...titles, ...(hasTasks ? ['Task'] : []), ...spelling.days, 'Total']
  yield* csvFile(header, [rows.map(({ named, lines }) => [...named, ...cellsOf(lines, spelling)])])
}

const collator = new Intl.Collator('en', { numeric: true })

type RowNaming = { names: Names; isByPerson: boolean; hasTasks: boolean }

function namesOfRow(lines: readonly Line[], { names, isByPerson, hasTasks }: RowNaming): string[] {
  const [projectId, userId, , taskId] = lines[0]?.keys ?? []
  const project = names.projects.get(idOfKey(projectId) ?? 0)
  const booked = [project?.title, names.clients.get(project?.client_id ?? 0)?.label]
  const person = names.users.get(idOfKey(userId) ?? 0)?.label
  const task = hasTasks ? [names.tasks.get(idOfKey(taskId) ?? 0)?.label] : []
  return [...(isByPerson ? [person, ...booked] : [...booked, person]), ...task].map(nameCell)
}

type Spelling = { days: readonly string[]; isMoney: boolean; table: Table }

function cellsOf(lines: readonly Line[], { days, isMoney, table }: Spelling): Row {
  const onDays = days.map((day) => lines.filter(({ keys }) => keys[2] === day))
  return [...onDays, lines].map((some) => {
    const sum = sumOf(some)
    if (!isMoney) return durationCell(sum.seconds, 'classic')
    const { billable, currency } = worthOf(sum, table)
    return amountCell(billable, { currency, of: table.currency })
  })
}
