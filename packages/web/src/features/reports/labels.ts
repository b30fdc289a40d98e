import type { ReportLine } from '@sundial/sdk'
import type { TFunction } from 'i18next'
import { formatAmount } from '../../lib/money.ts'
import { formatPeriod } from './dates.ts'
import { isPeriod } from './question.ts'

type Words = { t: TFunction; locale: string }

/** What a line stands for, in the reader's words. */
export function lineName({ by, key, label, chain }: ReportLine, { t, locale }: Words): string {
  if (isPeriod(by)) return formatPeriod(by, String(key), locale)
  if (by === 'billing_status') return t(`billing.${billingKey(key)}`)
  if (key === null || key === '') return t(`reports.none.${noneKey(by)}`)
  if (by === 'rate') return t('reports.perHour', { amount: rateAmount(String(key), locale) })
  // Without a name is what the reader may count, but not see.
  return chain?.join(' ▸ ') ?? label ?? t('reports.hidden')
}

/** What lines are grouped by: `project:2` is a level of the tree. */
export function groupingName(by: string, t: TFunction): string {
  const [kind = '', level] = by.split(':')
  if (level === undefined) return t(`reports.by.${groupingKey(kind)}`)
  return level === '1' ? t('reports.rootProject') : t('reports.projectLevel', { level })
}

const nones = ['user', 'client', 'project', 'task', 'tag', 'title', 'notes', 'rate'] as const

function noneKey(by: string): (typeof nones)[number] {
  const kind = by.split(':')[0]
  return nones.find((known) => known === kind) ?? 'title'
}

const groupingKeys = [...nones, 'billing_status', 'day', 'week', 'month', 'year'] as const

function groupingKey(kind: string): (typeof groupingKeys)[number] {
  return groupingKeys.find((known) => known === kind) ?? 'title'
}

const billingKeys = ['billable', 'not_billable', 'billed', 'paid'] as const

function billingKey(key: ReportLine['key']): (typeof billingKeys)[number] | 'undetermined' {
  return billingKeys.find((known) => known === key) ?? 'undetermined'
}

/** A rate's key is its minor units and its currency: `9500 EUR`. */
function rateAmount(key: string, locale: string): string {
  const [minor, currency = ''] = key.split(' ')
  return formatAmount(Number(minor), currency, locale)
}
