import { useNavigate, useSearch } from '@tanstack/react-router'
import { inBackground } from '../../lib/background.ts'
import { addDays, fromLocal } from '../../lib/local-time.ts'
import { eventVerbs, subjectKinds, type EventVerb, type SubjectKind } from './event-kinds.ts'

/** What the address narrows the log to: the words of the API, but for whole days of the reader. */
export type AuditFilter = {
  user_id?: number | undefined
  subject_kind?: SubjectKind | undefined
  verb?: EventVerb | undefined
  from?: string | undefined
  to?: string | undefined
}

export function useAuditFilter() {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const filter = readFilter(search)
  return {
    filter,
    isNarrowed: Object.values(filter).some((value) => value !== undefined),
    narrow: (changes: AuditFilter) => {
      const { user_id, ...words } = { ...filter, ...changes }
      inBackground(navigate({ to: '.', search: { ...words, user_id: user_id?.toString() } }))
    },
    widen: () => {
      inBackground(navigate({ to: '.', search: {} }))
    },
  }
}

/** What cannot be read is left out. */
export function readFilter(search: Record<string, unknown>): AuditFilter {
  return {
    user_id: Number(search['user_id']) || undefined,
    subject_kind: subjectKinds.find((kind) => kind === search['subject_kind']),
    verb: eventVerbs.find((verb) => verb === search['verb']),
    from: day(search['from']),
    to: day(search['to']),
  }
}

/** The question to the server; a day begins where the reader's clock says so. */
export function toQuery({ from, to, ...rest }: AuditFilter, zone: string) {
  const startOf = (date: string) => new Date(fromLocal({ day: date, secondOfDay: 0 }, zone)).toISOString()
  return { ...rest, from: from && startOf(from), before: to && startOf(addDays(to, 1)) }
}

function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined
  return Number.isNaN(Date.parse(value)) ? undefined : value
}
