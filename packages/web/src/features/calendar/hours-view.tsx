import type { Entry } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import type { EntryPreset } from '../timer/entry-dialog.tsx'
import { DayHeads } from './day-heads.tsx'
import classes from './hours-view.module.css'
import { TimeGrid } from './time-grid.tsx'
import type { Address } from './use-address.ts'
import { useHours } from './use-hours.ts'

type Props = {
  view: 'day' | 'week'
  address: Address
  onOpen: (entry: Entry) => void
  onCreate: (preset: EntryPreset) => void
}

/** A week or a day by the hour, under the days of the week and their sums. */
export function HoursView({ view, address, onOpen, onCreate }: Props) {
  const { t } = useTranslation()
  const { query, sums, weekDays } = useHours(address)
  return (
    <Loaded query={query}>
      {(entries) => (
        <div className={classes.hours}>
          <DayHeads days={weekDays} sums={sums} shown={view === 'day' ? address.day : undefined} />
          {entries.length === 0 && !query.isPlaceholderData && (
            <p className={classes.empty}>
              <strong>{t('calendar.empty')}</strong>{' '}
              {t(address.isPhone ? 'calendar.emptyHintTouch' : 'calendar.emptyHint')}
            </p>
          )}
          <TimeGrid view={view} address={address} entries={entries} onOpen={onOpen} onCreate={onCreate} />
        </div>
      )}
    </Loaded>
  )
}
