import type { FastifyInstance } from 'fastify'
import type { Line } from '../../../core/reports/lines.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import type { House } from '../../../http/house.ts'
import { hexOf } from '../colors.ts'
import { refused } from '../errors.ts'
import { textOf } from '../wire.ts'
import { type Names, namesOfIds } from './names.ts'
import { type Asked, askedOf, idsOf, type ReportPath } from './question.ts'
import { idOfKey, idsAt, sumOf, tableOf } from './table.ts'
import { linesByPeriod, periodsOf, type Resolution, resolutionOf } from './totals.ts'

export function trendRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/comparative',
    { schema: { summary: 'Add up time entries by day, week or month' } },
    async (request) => {
      const asked = await askedOf(request)
      const graph = graphOf(asked)
      const { lines } = await tableOf(house, asked, ['day'])
      const inPeriod = linesByPeriod(lines, graph)
      const data = periodsOf(graph).map((date) => ({
        date,
        total_seconds: sumOf(inPeriod.get(date) ?? []).seconds,
      }))
      return { graph: { data, resolution: graph.resolution } }
    },
  )
  for (const kind of ['clients', 'projects', 'users'] as const) {
    app.post<ReportPath>(
      `/workspace/:workspace_id/data_trends/${kind}`,
      { schema: { summary: `Follow ${kind} over time` } },
      async (request) => trendOf(house, await askedOf(request), kind),
    )
  }
}

type Graph = { days: Asked['days']; resolution: Resolution; weekStart: number }

function graphOf({ input, days, question }: Asked): Graph {
  return { days, resolution: resolutionOf(input, days), weekStart: question.weekStart }
}

type Kind = 'clients' | 'projects' | 'users'

const FILTERS = { clients: 'clientIds', projects: 'projectIds', users: 'whose' } as const
const GROUPINGS = { clients: 'client', projects: 'project', users: 'user' } as const
const MOST_IDS = 5

async function trendOf(house: House, asked: Asked, kind: Kind) {
  const { ctx, input, membership } = asked
  const currency = textOf(input, 'currency')
  if (!currency) throw refused('Currency is required parameter')
  const ids = idsOf(input, 'ids')
  if (kind === 'projects' && !ids) throw refused('At least 1 id required')
  if (kind === 'projects' && ids && ids.length > MOST_IDS) throw refused(`Maximum ${MOST_IDS} ids allowed`)
  const filter = { ...asked.question.filter, ...(ids ? { [FILTERS[kind]]: ids } : {}) }
  const question = { ...asked.question, filter }
  const graph = graphOf(asked)
  const table = await tableOf(house, { ctx, membership, question }, ['day', GROUPINGS[kind]])
  const names = await namesOfIds(ctx, membership, { [kind]: idsAt(table.lines, 1) })
  const inPeriod = linesByPeriod(table.lines, graph)
  const data = periodsOf(graph).map((date) => ({
    date,
    [kind]: [...groupBy(inPeriod.get(date) ?? [], ({ keys }) => keys[1] ?? null)].map(([key, lines]) =>
      toPoint(kind, { id: idOfKey(key), lines, currency, isSeen: table.sight.billable }, names),
    ),
  }))
  return { currency, graph: { data, resolution: graph.resolution } }
}

type Point = { id: number | null; lines: readonly Line[]; currency: string; isSeen: boolean }

/** What somebody or something did in a period; what was earned in other currencies does not count. */
function toPoint(kind: Kind, { id, lines, currency, isSeen }: Point, names: Names) {
  const sum = sumOf(lines)
  const earned = sum.money.find((money) => money.currency === currency)
  const measures = {
    total_seconds: sum.seconds,
    billable_seconds: sum.billable_seconds,
    earnings: isSeen ? (earned?.billable ?? 0) : null,
  }
  if (kind === 'projects') {
    const project = names.projects.get(id ?? 0)
    return {
      project_id: id,
      name: project?.title ?? null,
      color: project ? hexOf(project.color) : null,
      currency,
      ...measures,
    }
  }
  const name = names[kind].get(id ?? 0)?.label ?? null
  return kind === 'clients' ? { client_id: id, name, ...measures } : { user_id: id, name, ...measures }
}
