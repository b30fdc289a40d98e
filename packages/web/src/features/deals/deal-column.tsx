import type { Deal, DealSums } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { BoardColumn } from '../board/board-column.tsx'
import { useMoney } from '../rates/use-money.ts'
import { DealCard } from './deal-card.tsx'
import classes from './deal-board.module.css'
import { isClosing, type Stage } from './stages.ts'

type Props = { stage: Stage; deals: readonly Deal[]; sums: DealSums['data'] }

export function DealColumn({ stage, deals, sums }: Props) {
  const { t } = useTranslation()
  return (
    <BoardColumn
      id={stage}
      name={t(`crm.deals.in.${stage}`)}
      count={t('crm.deals.count', { count: sums.reduce((total, { count }) => total + count, 0) })}
      sums={<Sums sums={sums} isClosed={isClosing(stage)} />}
      cards={deals}
    >
      {(deal) => <DealCard key={deal.id} deal={deal} />}
    </BoardColumn>
  )
}

/** Currencies are never added together. Once a deal is closed, its chance no longer weighs. */
function Sums({ sums, isClosed }: { sums: DealSums['data']; isClosed: boolean }) {
  const { t } = useTranslation()
  const money = useMoney()
  const worth = sums.filter(({ value }) => value > 0)
  return (
    <dl className={classes.sums}>
      {worth.map(({ currency, value, weighted_value }) => (
        <div key={currency}>
          <dt>{t('crm.deals.sum')}</dt>
          <dd>{money.amount(value, currency)}</dd>
          {!isClosed && (
            <>
              <dt>{t('crm.deals.weighted')}</dt>
              <dd>{money.amount(weighted_value, currency)}</dd>
            </>
          )}
        </div>
      ))}
    </dl>
  )
}
