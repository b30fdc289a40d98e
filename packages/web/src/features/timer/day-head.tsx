import { Checkbox } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { useFormats } from '../session/formats.ts'
import type { DayGroup } from './day-groups.ts'
import type { EntrySelection } from './entry-selection.ts'
import type { LinePlace } from './use-lines.ts'
import { RunningSum } from './week-total.tsx'
import classes from './day-head.module.css'

type Props = LinePlace & {
  group: DayGroup
  isFirst: boolean
  selection: EntrySelection
  isReadOnly: boolean
}

export const DayHead = memo(function DayHead({ group, isFirst, selection, isReadOnly, ...place }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const entries = group.rows.flatMap((row) => row.entries)
  const ticked = entries.filter(({ id }) => selection.ids.has(id)).length
  const name = formats.day(group.day)
  return (
    <header
      ref={place.measure}
      data-index={place.index}
      style={{ marginTop: place.gap }}
      className={classes.head}
      data-first={isFirst || undefined}
    >
      {!isReadOnly && (
        <Checkbox
          className={classes.tick}
          aria-label={t('timer.selectDay', { day: name })}
          checked={ticked === entries.length}
          indeterminate={ticked > 0 && ticked < entries.length}
          onChange={(event) => {
            selection.set(entries, event.currentTarget.checked)
          }}
        />
      )}
      <h2 className={classes.name}>{name}</h2>
      <span className={classes.total}>
        <RunningSum seconds={group.seconds} from={group.day} until={addDays(group.day, 1)} />
      </span>
    </header>
  )
})
