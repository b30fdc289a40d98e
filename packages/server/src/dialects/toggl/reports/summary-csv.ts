import type { Line } from '../../../core/reports/lines.ts'
import type { Row } from '../../../exporters/csv.ts'
import type { House } from '../../../http/house.ts'
import { flagOf, type Input } from '../wire.ts'
import { amountCell, amountTitle, csvFile, durationCell, durationFormatOf, nameCell } from './csv.ts'
import { type Names, namesOfIds } from './names.ts'
import { type Asked, wordOf } from './question.ts'
import { bundlesAt, coreGrouping, type GroupingWord } from './groupings.ts'
import { summaryOf } from './summary.ts'
import { idOfKey, idsAt, labelsAt, sumOf, worthOf } from './table.ts'

/** The summary in the service's columns: the names of both groupings, the duration, and the amount. */
export async function* summaryCsv(house: House, asked: Asked): AsyncGenerator<Uint8Array> {
  const { input } = asked
  const { table, groupings } = await summaryOf(house, asked)
  const isCollapsed = flagOf(input, 'collapse') === true
  const words = isCollapsed ? [groupings.by] : [groupings.by, groupings.below]
  const namers = await Promise.all(words.map((word, at) => namerOf(asked, { word, at, lines: table.lines })))
  const format = durationFormatOf(input)
  const rows = bundlesAt(table.lines, 0)
    .flatMap(({ lines }) => (isCollapsed ? [lines] : bundlesAt(lines, 1).map((below) => below.lines)))
    .map((lines) => {
      const sum = sumOf(lines)
      const { billable, currency } = worthOf(sum, table)
      const names = namers.flatMap(({ cellsOf }, at) => cellsOf(lines[0]?.keys[at] ?? null))
      const amount = amountCell(billable, { currency, of: table.currency })
      return { seconds: sum.seconds, cells: [...names, durationCell(sum.seconds, format), amount] }
    })
  const header = [
    ...namers.flatMap(({ titles }) => titles),
    'Duration',
    amountTitle(table.currency, table.sight.billable),
  ]
  yield* csvFile(header, [sorted(input, rows)])
}

type SummaryRow = { seconds: number; cells: Row }

/** By duration as the rows come, or by the names. */
function sorted(input: Input, rows: readonly SummaryRow[]): Row[] {
  const by = wordOf(input, 'order_by', ['duration', 'title'])
  const direction =
    wordOf(input, 'order_dir', by === 'title' ? ['ASC', 'DESC'] : ['DESC', 'ASC']) === 'ASC' ? 1 : -1
  const compare = (a: SummaryRow, b: SummaryRow) =>
    by === 'title' ? collator.compare(a.cells.join('\0'), b.cells.join('\0')) : a.seconds - b.seconds
  return rows.toSorted((a, b) => direction * compare(a, b)).map(({ cells }) => cells)
}

const collator = new Intl.Collator('en', { numeric: true })

const TITLES: Record<GroupingWord, string> = {
  projects: 'Project',
  clients: 'Client',
  users: 'User',
  tags: 'Tag',
  tasks: 'Task',
  entries: 'Description',
  time_entries: 'Description',
}

type Column = { word: GroupingWord; at: number; lines: readonly Line[] }

/** The columns of a grouping, and what they say of a key; a project is shown with its client. */
async function namerOf(asked: Asked, { word, at, lines }: Column) {
  const { ctx, membership } = asked
  const title = TITLES[word]
  if (word === 'projects') {
    const names = await namesOfIds(ctx, membership, { projects: idsAt(lines, at) })
    return {
      titles: [title, 'Client'],
      cellsOf: (key: Line['keys'][number]) => projectCells(idOfKey(key), names),
    }
  }
  if (coreGrouping(word) === 'title')
    return { titles: [title], cellsOf: (key: Line['keys'][number]) => [nameCell(key)] }
  const labels = await labelsAt(ctx, { lines, at, by: coreGrouping(word) }, membership)
  return {
    titles: [title],
    cellsOf: (key: Line['keys'][number]) => [nameCell(labels.get(idOfKey(key) ?? 0)?.label)],
  }
}

function projectCells(id: number | null, { projects, clients }: Names): string[] {
  const project = projects.get(id ?? 0)
  return [nameCell(project?.title), nameCell(clients.get(project?.client_id ?? 0)?.label)]
}
