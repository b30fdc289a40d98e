import type { Group, Measures, ReportEntry } from '../core/reports/answer.ts'
import type { ReportDocument } from './document.ts'

type Shows = ReportDocument['shows']

/** The document without the money its reader may not see, so that no format has to remember. */
export function withoutHiddenMoney(document: ReportDocument): ReportDocument {
  const { shows, report, entries } = document
  if (shows.billable && shows.cost) return document
  return {
    ...document,
    report: {
      ...report,
      total: shownMeasures(report.total, shows),
      groups: report.groups.map((group) => shownGroup(group, shows)),
    },
    entries: entries && shownEntries(entries, shows),
  }
}

function shownGroup(group: Group, shows: Shows): Group {
  return {
    ...group,
    total: shownMeasures(group.total, shows),
    groups: group.groups.map((below) => shownGroup(below, shows)),
  }
}

function shownMeasures(measures: Measures, { billable, cost }: Shows): Measures {
  if (!billable && !cost) return { ...measures, money: [] }
  const money = measures.money.map((of) => ({
    currency: of.currency,
    billable: billable ? of.billable : null,
    cost: cost ? of.cost : null,
    profit: null,
  }))
  return { ...measures, money: money.filter((of) => of.billable !== null || of.cost !== null) }
}

async function* shownEntries(
  pages: AsyncIterable<ReportEntry[]>,
  { billable, cost }: Shows,
): AsyncGenerator<ReportEntry[], void, undefined> {
  for await (const page of pages) {
    yield page.map((entry) => ({
      ...entry,
      ...(billable ? {} : { billable_rate: null, billable_amount: null, billable_currency: null }),
      ...(cost ? {} : { cost_amount: null, cost_currency: null }),
    }))
  }
}
