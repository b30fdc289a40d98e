import { Button } from '@mantine/core'
import type { Rate } from '@sundial/sdk'
import { IconCheck, IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFormats } from '../session/formats.ts'
import { useFallbackText } from './fallback-text.ts'
import { RateForm } from './rate-form.tsx'
import { holds, rateOn, ratesOf, type RateKind, type RatePlace } from './rate-levels.ts'
import classes from './rates.module.css'
import { useDeleteRate } from './rates.ts'
import { useMoney } from './use-money.ts'

type Props = {
  place: RatePlace
  kind: RateKind
  rates: readonly Rate[]
  workspaceId: number
  currency: string
}

export function RateList({ place, kind, rates, workspaceId, currency }: Props) {
  const { t } = useTranslation()
  const today = useFormats().today()
  const fallback = useFallbackText(rates, { place, kind, day: today })
  const [edited, setEdited] = useState<Rate | 'new'>()
  const setButton = useRef<HTMLButtonElement>(null)
  const own = ratesOf(rates, place, kind)
  const current = rateOn(own, today)

  function close() {
    // The button is there again before it takes the focus.
    flushSync(() => {
      setEdited(undefined)
    })
    setButton.current?.focus()
  }

  return (
    <section className={classes.kind} aria-label={t(`rates.of.${kind}`)}>
      <header className={classes.head}>
        <h3 className={classes.heading}>{t(`rates.of.${kind}`)}</h3>
        {!edited && (
          <Button
            ref={setButton}
            size="compact-sm"
            leftSection={<Icon of={IconPlus} size={16} />}
            onClick={() => {
              setEdited('new')
            }}
          >
            {t(`rates.set.${kind}`)}
          </Button>
        )}
      </header>
      {edited && (
        <RateForm
          key={edited === 'new' ? 'new' : edited.id}
          rate={edited === 'new' ? undefined : edited}
          {...{ place, kind, own, workspaceId, currency }}
          onClose={close}
        />
      )}
      {!holds(current) && <p className={classes.fallback}>{fallback}</p>}
      {own.length > 0 && (
        <RateTable
          rates={own}
          current={current}
          kind={kind}
          onEdit={(rate) => {
            setEdited(rate)
          }}
        />
      )}
    </section>
  )
}

type TableProps = {
  rates: readonly Rate[]
  current: Rate | undefined
  kind: RateKind
  onEdit: (rate: Rate) => void
}

function RateTable({ rates, current, kind, onEdit }: TableProps) {
  const { t } = useTranslation()
  return (
    <table className={classes.table} aria-label={t(`rates.of.${kind}`)}>
      <thead>
        <tr>
          <th scope="col">{t('rates.perHour')}</th>
          <th scope="col">{t('rates.from')}</th>
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {rates.map((rate) => (
          <RateRow key={rate.id} rate={rate} isCurrent={rate === current} onEdit={onEdit} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { rate: Rate; isCurrent: boolean; onEdit: (rate: Rate) => void }

function RateRow({ rate, isCurrent, onEdit }: RowProps) {
  const { t } = useTranslation()
  const money = useMoney()
  const remove = useDeleteRate()
  const amount = rate.amount === null ? t('rates.ended') : money.amount(rate.amount, rate.currency)
  const day = rate.effective_from === null ? t('rates.always') : money.day(rate.effective_from)
  return (
    <tr data-current={isCurrent || undefined}>
      <td>{amount}</td>
      <td>
        {day}{' '}
        {isCurrent && (
          <span className={classes.current}>
            <Icon of={IconCheck} size={14} />
            {t('rates.holdsToday')}
          </span>
        )}
      </td>
      <td className={classes.actions}>
        <IconButton
          icon={IconPencil}
          label={t('rates.change', { amount, day })}
          onClick={() => {
            onEdit(rate)
          }}
        />
        <IconButton
          icon={IconX}
          label={t('rates.takeBack', { amount, day })}
          onClick={() => {
            remove.mutate(rate)
          }}
        />
      </td>
    </tr>
  )
}
