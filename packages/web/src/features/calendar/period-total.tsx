import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { RunningSum } from '../timer/week-total.tsx'
import total from '../timer/week-total.module.css'
import type { Address } from './use-address.ts'
import { useHours } from './use-hours.ts'
import { useMonth } from './use-month.ts'
import { listDays } from './views.ts'

/** All of the days that are shown. */
export function PeriodTotal({ address }: { address: Address }) {
  // On a phone each day says so itself, just below.
  if (address.isPhone && address.view === 'day') return null
  return address.view === 'month' ? <MonthTotal address={address} /> : <HoursTotal address={address} />
}

function HoursTotal({ address }: { address: Address }) {
  const { query, sums } = useHours(address)
  return query.data && <Total address={address} sums={sums} />
}

function MonthTotal({ address }: { address: Address }) {
  const { query, sums } = useMonth(address)
  return query.data && <Total address={address} sums={sums} />
}

function Total({ address, sums }: { address: Address; sums: ReadonlyMap<string, number> }) {
  const { t } = useTranslation()
  const { view, days } = address
  const seconds = listDays(days).reduce((sum, day) => sum + (sums.get(day) ?? 0), 0)
  return (
    <span className={total.total}>
      {t(`calendar.total.${view}`)}{' '}
      <RunningSum seconds={seconds} from={days.from} until={addDays(days.to, 1)} />
    </span>
  )
}
