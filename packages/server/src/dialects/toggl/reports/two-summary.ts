import type { FastifyInstance } from 'fastify'
import type { Line } from '../../../core/reports/lines.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import type { House } from '../../../http/house.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { type Input, queryOf } from '../wire.ts'
import { type Names, namesOfIds } from './names.ts'
import type { Asked } from './question.ts'
import { type Bundle, bundlesAt, coreGrouping, type GroupingWord } from './groupings.ts'
import { type Summary, summaryOf } from './summary.ts'
import { idOfKey, idsAt, rateOfKey, sumOf } from './table.ts'
import { ordered, titleText } from './two-order.ts'
import { askedInAddress, isOn } from './two-question.ts'
import { milliseconds, toAmount, toCurrencies, toTitle, toTotals } from './two-values.ts'

export function oldSummaryRoutes(app: FastifyInstance, house: House): void {
  app.get('/summary', { schema: { summary: 'Add up time entries by two groupings' } }, async (request) => {
    const asked = await askedInAddress(request)
    const summary = await summaryOf(house, asked)
    const { table, groupings } = summary
    const names = await namesOfGroups(asked, summary)
    const query = queryOf(request)
    const groups = bundlesAt(table.lines, 0).map(({ key, lines, seconds }) => ({
      id: idOfKey(key),
      title: toTitle(groupings.by, { id: idOfKey(key), text: String(key ?? '') }, names),
      time: milliseconds(seconds),
      total_currencies: toCurrencies(sumOf(lines), table),
      items: orderedItems(
        bundlesAt(lines, 1).flatMap((bundle) => toItems(bundle, { query, summary, names })),
        asked.input,
      ),
    }))
    const data = ordered(groups, asked.input, {
      title: ({ title }) => titleText(title),
      duration: ({ time }) => time,
      amount: ({ total_currencies }) => total_currencies[0]?.amount ?? null,
    })
    return { ...toTotals(sumOf(table.lines), table), data }
  })
}

const NAME_PLACES: Partial<Record<GroupingWord, keyof Names>> = {
  projects: 'projects',
  clients: 'clients',
  users: 'users',
  tasks: 'tasks',
}

function namesOfGroups({ ctx, membership }: Asked, { table, groupings }: Summary): Promise<Names> {
  const ids: Partial<Record<keyof Names, number[]>> = {}
  for (const [at, word] of [groupings.by, groupings.below].entries()) {
    const place = NAME_PLACES[word]
    if (place) ids[place] = idsAt(table.lines, at)
  }
  return namesOfIds(ctx, membership, ids)
}

type Items = { query: Input; summary: Summary; names: Names }

/** One item for each thing below a group; one for each of its rates where those are told apart. */
function toItems({ key, lines }: Bundle, { query, summary, names }: Items) {
  const { groupings, rateAt } = summary
  const title = toTitle(groupings.below, { id: idOfKey(key), text: String(key ?? '') }, names)
  const apart = rateAt === undefined ? [lines] : groupBy(lines, ({ keys }) => keys[rateAt] ?? null).values()
  return [...apart].map((some) => {
    const sum = sumOf(some)
    return {
      title,
      time: milliseconds(sum.seconds),
      ...toAmount(sum, summary.table),
      rate: rateOf(some, summary),
      ...idsOf(some, { query, summary }),
    }
  })
}

function orderedItems(items: ReturnType<typeof toItems>, input: Input) {
  return ordered(items, input, {
    title: ({ title }) => titleText(title),
    duration: ({ time }) => time,
    amount: ({ sum }) => sum,
  })
}

function rateOf([first]: readonly Line[], { rateAt, table }: Summary): number | null {
  const rate = rateAt === undefined ? null : rateOfKey(first?.keys[rateAt])
  return rate && table.sight.billable ? majorUnits(rate.amount, rate.currency) : null
}

/** The numbers of what an item stands for, and of its time entries, with commas between them. */
function idsOf(lines: readonly Line[], { query, summary }: Omit<Items, 'names'>) {
  const { entryAt, groupings } = summary
  if (entryAt === undefined) return {}
  const entries = idsAt(lines, entryAt).toSorted((a, b) => a - b)
  const isByTitle = coreGrouping(groupings.below) === 'title'
  return {
    ...(isOn(query, 'subgrouping_ids') ? { ids: (isByTitle ? entries : idsAt(lines, 1)).join(',') } : {}),
    ...(isOn(query, 'grouped_time_entry_ids') ? { time_entry_ids: entries.join(',') } : {}),
  }
}
