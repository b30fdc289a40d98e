import type { Report } from '@sundial/sdk'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../lib/money.ts'
import { amountsOf, columnsOf, type MoneyKind } from './columns.ts'
import { useReader } from './reader.tsx'
import classes from './totals.module.css'

/** What it all comes to, in large figures. */
export function Totals({ report }: { report: Report }) {
  const { t } = useTranslation()
  const { duration, locale } = useReader()
  const { seconds, billable_seconds, entries, money } = report.total
  const share = seconds > 0 ? billable_seconds / seconds : 0
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  const amounts = (kind: MoneyKind) => {
    const [first] = money
    const known = amountsOf(report.total, kind)
    const shown = known.length > 0 || !first ? known : [{ currency: first.currency, amount: 0 }]
    return shown.map(({ currency, amount }) => (
      <span key={currency}>{formatAmount(amount, currency, locale)}</span>
    ))
  }
  return (
    <dl className={classes.totals} aria-label={t('reports.total')}>
      <Figure name={t('reports.hours')} isMain>
        {duration(seconds)}
      </Figure>
      <Figure name={t('billing.billable')} aside={percent}>
        {duration(billable_seconds)}
      </Figure>
      {columnsOf(report).map((kind) => (
        <Figure key={kind} name={t(`reports.money.${kind}`)}>
          {amounts(kind)}
        </Figure>
      ))}
      <Figure name={t('reports.entries')}>{new Intl.NumberFormat(locale).format(entries)}</Figure>
    </dl>
  )
}

type FigureProps = { name: string; aside?: string; isMain?: boolean; children: ReactNode }

function Figure({ name, aside, isMain = false, children }: FigureProps) {
  return (
    <div className={classes.figure} data-main={isMain || undefined}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>
        {children}
        {aside && <span className={classes.aside}>{aside}</span>}
      </dd>
    </div>
  )
}
