import type { Event } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { formatDays } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { toRow } from './event-changes.ts'
import { readKind } from './event-kinds.ts'
import type { Names } from './use-names.ts'

/** What was done, without who did it: `changed entry “Fix basket” of Oda Brandt`. */
export function useEventWords(names: Names): (event: Event) => string {
  const { t } = useTranslation()
  const { locale } = useFormats()
  return (event) => {
    const kind = readKind(event.kind)
    if (!kind) return event.kind
    const row = toRow(event.after ?? event.before)
    const starts = kind.subject === 'timesheet' ? text(row['starts_on']) : undefined
    const week = starts && formatDays({ from: starts, to: addDays(starts, 6) }, locale)
    const subject = week ? t('audit.week', { week }) : t(`audit.subject.${kind.subject}`)
    const name = week ? undefined : nameOf(kind.subject, row, names)
    const owner = number(row['user_id'])
    const of =
      kind.subject === 'entry' && owner !== undefined && owner !== event.user_id
        ? t('audit.of', { owner: names.person(owner) })
        : ''
    const what = [subject, name && t('audit.named', { name }), of].filter(Boolean).join(' ')
    return t(`audit.did.${kind.verb}`, { what })
  }
}

export function useFieldWords(): (field: string) => string {
  const { t } = useTranslation()
  return (field) => t([`audit.field.${field}`], { defaultValue: plain(field) })
}

/** What a thing is called, where it has a name. */
function nameOf(subject: string, row: ReturnType<typeof toRow>, names: Names): string | undefined {
  if (subject === 'member') {
    const id = number(row['user_id'])
    return id === undefined ? undefined : names.person(id)
  }
  const person = [text(row['first_name']), text(row['last_name'])].filter(Boolean).join(' ')
  return (
    text(row['title']) ??
    text(row['name']) ??
    (person || undefined) ??
    text(row['email']) ??
    text(row['starts_on']) ??
    budgetOwner(row, names)
  )
}

/** The project that a state of its budget is told of. */
function budgetOwner(row: ReturnType<typeof toRow>, names: Names): string | undefined {
  const id = number(row['project_id'])
  return id !== undefined && 'percent' in row ? names.project(id) : undefined
}

/** `estimate_seconds` as `Estimate`. */
function plain(field: string): string {
  const words = field.replace(/_(at|on|id|seconds)$/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
