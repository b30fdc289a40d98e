import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { groupingName } from './labels.ts'
import { groupings, isPeriod } from './question.ts'
import { useQuestion } from './use-question.ts'
import classes from './group-bar.module.css'

const places = ['first', 'second', 'third'] as const
const nothing = 'nothing'

/** By what lines are put together: up to three things, one below the other; by weeks, one. */
export function GroupBar({ isWeekly = false }: { isWeekly?: boolean }) {
  const { t } = useTranslation()
  const { question, ask, seesOthers } = useQuestion()
  const { role } = useCurrentWorkspace()
  const asked = question.group_by ?? ['project']
  // The days of a week have their columns already.
  const chosen = isWeekly ? [asked.find((by) => !isPeriod(by)) ?? 'project'] : asked
  // Who sees only their own time groups by people in vain; a viewer may know no rate.
  const known = groupings.filter(
    (by) =>
      (by !== 'user' || seesOthers) && (by !== 'rate' || role !== 'viewer') && !(isWeekly && isPeriod(by)),
  )

  function choose(index: number, by: string | null) {
    const above = chosen.slice(0, index)
    // Without one thing, what stands below it has no place either.
    ask({ group_by: by && by !== nothing ? [...above, by, ...chosen.slice(index + 1)] : above })
  }

  return (
    <div className={classes.bar} role="group" aria-label={t('reports.groupBy')}>
      <span className={classes.label}>{t('reports.groupBy')}</span>
      {places.slice(0, isWeekly ? 1 : chosen.length + 1).map((place, index) => {
        const others = chosen.filter((_, at) => at !== index)
        const value = chosen[index] ?? nothing
        const free = [...new Set([...known, ...(value === nothing ? [] : [value])])]
          .filter((by) => !others.includes(by))
          .map((by) => ({ value: by, label: groupingName(by, t) }))
        return (
          <Select
            key={place}
            className={classes.select}
            size="xs"
            aria-label={t(`reports.groupPlace.${place}`)}
            allowDeselect={false}
            data={index === 0 ? free : [{ value: nothing, label: t('reports.groupNothing') }, ...free]}
            value={value}
            onChange={(by) => {
              choose(index, by)
            }}
            maxDropdownHeight={420}
          />
        )
      })}
    </div>
  )
}
