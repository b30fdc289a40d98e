import type { Group, Measures, Money, ReportEntry } from '../core/reports/answer.ts'
import type { ReportDocument } from '../exporters/document.ts'

const HOUR = 3600
/** 2026-03-02 08:00 in Berlin. */
const START = Date.UTC(2026, 2, 2, 7)

export function money(currency: string, billable: number | null, cost: number | null = null): Money {
  return { currency, billable, cost, profit: billable === null || cost === null ? null : billable - cost }
}

export function measures(of: Partial<Measures> = {}): Measures {
  return { entries: 1, seconds: HOUR, billable_seconds: HOUR, money: [], ...of }
}

export function group(of: Partial<Group> & Pick<Group, 'by'>): Group {
  const name = of.label ?? null
  return { key: name, label: name, chain: null, color: null, total: measures(), groups: [], ...of }
}

/** A report on March in Berlin, grouped by client and project, unless something else is said. */
export function reportDocument({
  report,
  ...of
}: Partial<Omit<ReportDocument, 'report'>> & {
  report?: Partial<ReportDocument['report']>
} = {}): ReportDocument {
  return {
    title: 'March for Acme',
    workspace: 'Example Studio',
    filters: ['Client: Acme'],
    report: {
      from: '2026-03-01',
      to: '2026-03-31',
      time_zone: 'Europe/Berlin',
      group_by: ['client', 'project'],
      attribution: 'start',
      rounding: { mode: 'none', minutes: 0, per: 'entry' },
      total: measures({ entries: 0, seconds: 0, billable_seconds: 0 }),
      groups: [],
      row_count: 0,
      is_cut: false,
      repeats_entries: false,
      as_of: Date.UTC(2026, 3, 1, 12),
      ...report,
    },
    entries: null,
    series: [],
    shows: { billable: true, cost: true },
    paper: 'a4',
    durationFormat: 'clock',
    ...of,
  }
}

/** The entry number `id`, an hour after the one before it. */
export function entry(id: number, of: Partial<ReportEntry> = {}): ReportEntry {
  const start = START + id * HOUR * 1000
  return {
    id,
    user_id: 1,
    user: 'A Designer',
    project: ['Website', 'Shop'],
    client: 'Acme',
    task: null,
    title: `Work ${id}`,
    notes: null,
    tags: [],
    started_at: start,
    ended_at: start + HOUR * 1000,
    seconds: HOUR,
    billing_status: 'billable',
    approval_status: null,
    billable_rate: 10_000,
    billable_amount: 10_000,
    billable_currency: 'EUR',
    cost_amount: 4_000,
    cost_currency: 'EUR',
    ...of,
  }
}

/** Entries in pages, as a database hands them out. */
export async function* inPages(entries: Iterable<ReportEntry>, size = 500): AsyncGenerator<ReportEntry[]> {
  let page: ReportEntry[] = []
  for (const one of entries) {
    page.push(one)
    if (page.length < size) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

export function* manyEntries(count: number): Generator<ReportEntry> {
  for (let id = 0; id < count; id += 1) {
    yield entry(id, {
      notes: `Notes on what was done in hour ${id}`,
      tags: ['bug', 'urgent'],
      user: `Person ${id % 40}`,
    })
  }
}
