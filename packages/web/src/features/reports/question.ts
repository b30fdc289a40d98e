import type { BillingStatus, ReportDefinition } from '@sundial/sdk'

/** A question as the address holds it, in the API's own words; the workspace is the one on the screen. */
export type Question = Omit<ReportDefinition, 'workspace_id' | 'limit'>

/** The words behind the question mark; a word may stand there more than once. */
export type Search = Record<string, string | string[] | undefined>

export const namedRanges = [
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'last_7_days',
  'this_month',
  'last_month',
  'last_30_days',
  'this_year',
  'last_year',
] as const
export type NamedRange = (typeof namedRanges)[number]

export const groupings = [
  'project',
  'client',
  'user',
  'task',
  'tag',
  'title',
  'billing_status',
  'rate',
  'day',
  'week',
  'month',
  'year',
] as const

export const periods = ['day', 'week', 'month', 'year'] as const
export type Period = (typeof periods)[number]

const sorts = ['label', '-label', 'seconds', '-seconds', 'amount', '-amount'] as const
export type Sort = (typeof sorts)[number]

export const roundingModes = ['none', 'up', 'down', 'nearest'] as const
export const roundingPers = ['entry', 'day_project', 'total'] as const
const attributions = ['start', 'split'] as const
const billingStatuses: readonly BillingStatus[] = [
  'undetermined',
  'not_billable',
  'billable',
  'billed',
  'paid',
]

const mostGroupings = 3

export function isPeriod(by: string): by is Period {
  return periods.some((period) => period === by)
}

/** What a report asks before anybody has asked: this week, by project. */
export function defaultQuestion(seesOthers: boolean): Question {
  return { range: 'this_week', group_by: ['project'], ...(seesOthers && { everyone: true }) }
}

/** The question in an address. What the API would not understand is left out. */
export function readQuestion(search: Search): Question {
  return withoutGaps({
    range: choice(search['range'], namedRanges),
    from: text(search['from']),
    to: text(search['to']),
    time_zone: text(search['time_zone']),
    everyone: flag(search['everyone']),
    user_id: ids(search['user_id']),
    client_id: ids(search['client_id']),
    no_client: flag(search['no_client']),
    project_id: ids(search['project_id']),
    with_children: flag(search['with_children']),
    no_project: flag(search['no_project']),
    task_id: ids(search['task_id']),
    tag_id: ids(search['tag_id']),
    no_tag: flag(search['no_tag']),
    billing_status: filled(
      list(search['billing_status']).flatMap((word) => choice(word, billingStatuses) ?? []),
    ),
    q: text(search['q']),
    running: flag(search['running']),
    custom_field: text(search['custom_field']),
    custom_value: text(search['custom_value']),
    group_by: filled([...new Set(list(search['group_by']).filter(isGrouping))].slice(0, mostGroupings)),
    attribution: choice(search['attribution'], attributions),
    rounding: choice(search['rounding'], roundingModes),
    rounding_minutes: ids(search['rounding_minutes'])?.[0],
    rounding_per: choice(search['rounding_per'], roundingPers),
    sort: choice(search['sort'], sorts),
  })
}

/** The other way round. */
export function toSearch(question: Question): Search {
  return Object.fromEntries(
    Object.entries(question).map(([word, value]) => [
      word,
      Array.isArray(value) ? value.map(String) : value === undefined ? undefined : String(value),
    ]),
  )
}

/** A question as it is kept or exported: with its workspace, and so many lines at most. */
export function toDefinition(question: Question, workspaceId: number): ReportDefinition {
  return { ...question, workspace_id: workspaceId, limit: 1000 }
}

/** A kept question as the address holds it. */
export function fromDefinition(definition: ReportDefinition): Question {
  const { workspace_id: _, limit: __, ...question } = definition
  return question
}

/** The same question, whatever order its words stand in. */
export function isSameQuestion(one: Question, other: Question): boolean {
  return sortedText(one) === sortedText(other)
}

/** Which words of a question say what is left in; the rest says how it is shown. */
export function countFilters(question: Question): number {
  const { user_id, client_id, no_client, project_id, no_project, task_id, tag_id, no_tag } = question
  const { billing_status, q, running, custom_field } = question
  return [
    user_id,
    client_id ?? no_client,
    project_id ?? no_project,
    task_id,
    tag_id ?? no_tag,
    billing_status,
    q,
    running,
    custom_field,
  ].filter((value) => value !== undefined).length
}

/** Without the words that say nothing, which would only lengthen the address. */
export function withoutGaps(question: { [Word in keyof Question]: Question[Word] | undefined }): Question {
  const said = Object.entries(question).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said)
}

function sortedText(question: Question): string {
  return JSON.stringify(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isGrouping(word: string): boolean {
  return word === 'notes' || /^project:[1-9]\d?$/.test(word) || groupings.some((by) => by === word)
}

type Given = string | string[] | undefined

function list(given: Given): string[] {
  return given === undefined ? [] : [given].flat()
}

function text(given: Given): string | undefined {
  return list(given).at(-1) || undefined
}

function flag(given: Given): boolean | undefined {
  const word = text(given)
  return word === 'true' ? true : word === 'false' ? false : undefined
}

function choice<T extends string>(given: Given, words: readonly T[]): T | undefined {
  const word = text(given)
  return words.find((known) => known === word)
}

function ids(given: Given): number[] | undefined {
  return filled(
    list(given)
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0),
  )
}

function filled<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined
}
