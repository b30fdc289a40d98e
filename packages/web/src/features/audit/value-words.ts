import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../lib/money.ts'
import { useFormats } from '../session/formats.ts'
import { isTold, type Row } from './event-changes.ts'
import type { Names } from './use-names.ts'

/** A rate that holds for all time begins on the first day there is. */
const firstDay = '0001-01-01'

/** Which field beside an amount says its currency. */
const currencyOf: Record<string, string> = {
  amount: 'currency',
  default_rate: 'currency',
  value: 'currency',
  budget_amount: 'budget_currency',
  billable_rate: 'billable_currency',
  billable_amount: 'billable_currency',
  cost_rate: 'cost_currency',
  cost_amount: 'cost_currency',
}

/** Writes what stands in a field of a row as its reader would say it. */
export function useValueWords(names: Names) {
  const { t } = useTranslation()
  const formats = useFormats()

  function written(field: string, value: unknown, row: Row): string {
    if (!isTold(value)) return field === 'billing_status' ? t('billing.undetermined') : '–'
    if (typeof value === 'number') return writtenNumber(field, value, row)
    if (typeof value === 'string') return writtenText(field, value, row)
    if (Array.isArray(value)) return value.map((each) => writtenPart(field, each, row)).join(', ')
    return writtenObject(value)
  }

  function writtenNumber(field: string, value: number, row: Row): string {
    const currency = row[currencyOf[field] ?? '']
    if (typeof currency === 'string') return formatAmount(value, currency, formats.locale)
    if (field.endsWith('_at')) return `${formats.day(formats.dayOf(value))}, ${formats.time(value)}`
    if (field.endsWith('_seconds')) return formats.duration(value)
    if (/^(is|refuses|protects|only|shows)_/.test(field)) return t(value === 1 ? 'audit.yes' : 'audit.no')
    if (field === 'project_id' || field === 'parent_id') return names.project(value)
    if (field === 'client_id') return names.client(value)
    if (field === 'user_id' || field.endsWith('_by') || field === 'assignee_ids') return names.person(value)
    if (field === 'tag_ids') return names.tag(value)
    return field.endsWith('_id') || field.endsWith('_ids') ? `#${value}` : String(value)
  }

  function writtenText(field: string, value: string, row: Row): string {
    if (value === firstDay) return t('rates.always')
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formats.day(value)
    if (value.startsWith('[') || value.startsWith('{')) return writtenJson(field, value, row)
    if (/^(status|priority|rounding_\w+|kind|type|stage|billing_status|role|budget_period)$/.test(field))
      return chosen(field, value)
    return value
  }

  /** One of a few: in the words of the screen it is chosen on. */
  function chosen(field: string, value: string): string {
    const group = { billing_status: 'billing', role: 'roles', stage: 'crm.deals.in' }[field]
    const keys = group ? [group] : ['crm.leads.is', 'approvals.mark']
    return t(
      keys.map((key) => `${key}.${value}`),
      { defaultValue: value.replaceAll('_', ' ') },
    )
  }

  /** Some columns hold lists and objects as text. */
  function writtenJson(field: string, value: string, row: Row): string {
    try {
      const parsed: unknown = JSON.parse(value)
      return written(field, parsed, row)
    } catch {
      return value
    }
  }

  /** Such as a member of a project, or a tag with its name. */
  function writtenPart(field: string, part: unknown, row: Row): string {
    if (typeof part === 'number') return writtenNumber(field, part, row)
    if (typeof part !== 'object' || part === null) return String(part)
    if ('name' in part && typeof part.name === 'string') return part.name
    if ('user_id' in part && typeof part.user_id === 'number') return names.person(part.user_id)
    return writtenObject(part)
  }

  return written
}

function writtenObject(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${typeof each === 'object' ? JSON.stringify(each) : String(each)}`)
    .join(', ')
}
