import { Checkbox } from '@mantine/core'
import type { Entry } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { useFormats } from '../session/formats.ts'
import type { DayGroup } from './day-groups.ts'
import { EntryGroupRows } from './entry-group-rows.tsx'
import type { EntrySelection } from './entry-selection.ts'
import { RunningSum } from './week-total.tsx'
import classes from './day-section.module.css'

type Props = {
  group: DayGroup
  selection: EntrySelection
  isReadOnly: boolean
  onEdit: (entry: Entry) => void
}

export function DaySection({ group, selection, isReadOnly, onEdit }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const entries = group.rows.flatMap((row) => row.entries)
  const ticked = entries.filter(({ id }) => selection.ids.has(id)).length
  const name = formats.day(group.day)
  return (
    <section className={classes.day} aria-label={name}>
      <header className={classes.head}>
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
      <ul className={classes.rows}>
        {group.rows.map((row) => (
          <EntryGroupRows
            key={row.key}
            group={row}
            selection={selection}
            isReadOnly={isReadOnly}
            onEdit={onEdit}
          />
        ))}
      </ul>
    </section>
  )
}
