import type { FastifyInstance } from 'fastify'
import type { Line } from '../../../core/reports/lines.ts'
import type { House } from '../../../http/house.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { type Names, namesOfIds } from './names.ts'
import { type Asked, wordOf } from './question.ts'
import { bundlesAt } from './groupings.ts'
import { idOfKey, idsAt, sumOf, type Table, tableOf } from './table.ts'
import { ordered, titleText } from './two-order.ts'
import { askedInAddress } from './two-question.ts'
import { earnedIn, milliseconds, orNull, toTitle, toTotals } from './two-values.ts'
import { daysOfWeek, weekOf } from './weekly.ts'

export function oldWeeklyRoutes(app: FastifyInstance, house: House): void {
  app.get('/weekly', { schema: { summary: 'Add up the days of a week' } }, async (request) => {
    const week = weekOf(await askedInAddress(request))
    const { ctx, input, membership } = week
    const by = wordOf(input, 'grouping', ['projects', 'users'])
    const below = by === 'projects' ? 'users' : 'projects'
    const groupings = by === 'projects' ? (['project', 'user'] as const) : (['user', 'project'] as const)
    const table = await tableOf(house, week, [...groupings, 'day'])
    const cells: Cells = {
      days: daysOfWeek(week),
      isMoney: wordOf(input, 'calculate', ['time', 'earnings']) === 'earnings',
      table,
    }
    const names = await namesOfIds(ctx, membership, {
      [by]: idsAt(table.lines, 0),
      [below]: idsAt(table.lines, 1),
    })
    const rows = bundlesAt(table.lines, 0).map(({ key, lines }) => ({
      ...toHead(by, idOfKey(key), names),
      totals: toCells(lines, cells),
      details: bundlesAt(lines, 1).map((bundle) => ({
        ...toHead(below, idOfKey(bundle.key), names),
        totals: toCells(bundle.lines, cells),
      })),
    }))
    return {
      ...toTotals(sumOf(table.lines), table),
      week_totals: toCells(table.lines, cells),
      data: inOrder(rows, input),
    }
  })
}

type Row = ReturnType<typeof toHead> & { totals: ReturnType<typeof toCells> }

/** By title, by one of the days, or by the whole week. */
function inOrder<R extends Row>(rows: readonly R[], input: Asked['input']): R[] {
  const valueAt = (at: number) => (row: R) => {
    const [first] = row.totals
    return typeof first === 'object' && first !== null ? (first.amount[at] ?? null) : cellAt(row.totals, at)
  }
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => [`day${at + 1}`, valueAt(at)] as const)
  return ordered(rows, input, {
    title: ({ title }: R) => titleText(title),
    ...Object.fromEntries(days),
    week_total: valueAt(7),
  })
}

function cellAt(cells: Row['totals'], at: number): number | null {
  const cell = cells[at]
  return typeof cell === 'number' ? cell : null
}

function toHead(word: 'projects' | 'users', id: number | null, names: Names) {
  const title = toTitle(word, { id, text: '' }, names)
  return word === 'projects' ? { title, pid: id } : { title, uid: id }
}

type Cells = { days: readonly Asked['days']['from'][]; isMoney: boolean; table: Table }

/** Seven days and the week: milliseconds, or the earnings in each currency. What is empty is null. */
function toCells(lines: readonly Line[], { days, isMoney, table }: Cells) {
  const sums = [...days.map((day) => lines.filter(({ keys }) => keys[2] === day)), lines].map(sumOf)
  if (!isMoney) return sums.map(({ seconds }) => orNull(milliseconds(seconds)))
  if (!table.sight.billable) return []
  const currencies = earnedIn(sumOf(lines)).map(({ currency }) => currency)
  return currencies.toSorted().map((currency) => ({
    currency,
    amount: sums.map(({ money }) => {
      const earned = money.find((each) => each.currency === currency)
      return earned ? orNull(majorUnits(earned.billable, currency)) : null
    }),
  }))
}
