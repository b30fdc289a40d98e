import { Button, Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { compareNames } from '../../lib/locale.ts'
import { LocalDates, writeDays } from '../../ui/local-dates.tsx'
import { useMe } from '../session/session.ts'
import { membersQuery } from '../team/team.ts'
import classes from './audit-filters.module.css'
import { useAuditFilter } from './audit-filter.ts'
import { eventVerbs, subjectKinds } from './event-kinds.ts'
import '@mantine/dates/styles.layer.css'

export function AuditFilters({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const { filter, isNarrowed, narrow, widen } = useAuditFilter()
  const { data: members } = useQuery(membersQuery(workspaceId))
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common.clear') } }
  return (
    <div className={classes.filters} role="group" aria-label={t('audit.filters')}>
      {/* Until it is known who is there, somebody else may be. */}
      {members?.length !== 1 && (
        <Select
          aria-label={t('audit.who')}
          placeholder={t('audit.anybody')}
          data={(members ?? []).map(({ user_id, name, email }) => ({
            value: String(user_id),
            label: name ?? email,
          }))}
          searchable
          {...clear}
          value={filter.user_id === undefined ? null : String(filter.user_id)}
          onChange={(id) => {
            narrow({ user_id: id === null ? undefined : Number(id) })
          }}
        />
      )}
      <Select
        aria-label={t('audit.what')}
        placeholder={t('audit.anything')}
        data={subjectKinds
          .map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))
          .sort((a, b) => compareNames(a.label, b.label))}
        searchable
        {...clear}
        value={filter.subject_kind ?? null}
        onChange={(choice) => {
          narrow({ subject_kind: subjectKinds.find((kind) => kind === choice) })
        }}
      />
      <Select
        aria-label={t('audit.done')}
        placeholder={t('audit.anyVerb')}
        data={eventVerbs.map((verb) => ({ value: verb, label: t(`audit.verb.${verb}`) }))}
        searchable
        {...clear}
        value={filter.verb ?? null}
        onChange={(choice) => {
          narrow({ verb: eventVerbs.find((verb) => verb === choice) })
        }}
      />
      <DaysField key={`${filter.from} ${filter.to}`} />
      {isNarrowed && (
        <Button variant="subtle" onClick={widen}>
          {t('audit.widen')}
        </Button>
      )}
    </div>
  )
}

/** The first and the last day; one alone is not asked for. */
function DaysField() {
  const { t } = useTranslation()
  const { week_start } = useMe()
  const { filter, narrow } = useAuditFilter()
  const [days, setDays] = useState<[string | null, string | null]>([filter.from ?? null, filter.to ?? null])
  return (
    <LocalDates>
      <DatePickerInput
        type="range"
        allowSingleDateInRange
        placeholder={t('audit.anyDay')}
        firstDayOfWeek={toDayOfWeek(week_start)}
        valueFormatter={writeDays}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        ariaLabels={{ nextMonth: t('dates.nextMonth'), previousMonth: t('dates.previousMonth') }}
        popoverProps={{ withinPortal: true }}
        value={days}
        onChange={(next) => {
          setDays(next)
          const [from, to] = next
          if (from && to) narrow({ from, to })
          if (!from && !to) narrow({ from: undefined, to: undefined })
        }}
      />
    </LocalDates>
  )
}
