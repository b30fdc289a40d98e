import { UnstyledButton } from '@mantine/core'
import type { Rate } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../session/formats.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import classes from './current-rates.module.css'
import {
  fallbackOf,
  holds,
  rateKinds,
  rateOn,
  ratesOf,
  type RateKind,
  type RatePlace,
} from './rate-levels.ts'
import { ratesQuery } from './rates.ts'
import { useMoney } from './use-money.ts'

const RatesDialog = lazy(async () => ({ default: (await import('./rates-dialog.tsx')).RatesDialog }))

type Props = { name: string; place: RatePlace; workspaceId: number; currency?: string | undefined }

/** What somebody's or something's time is billed at and costs today; a click opens the rates themselves. */
export function CurrentRates({ name, place, workspaceId, currency }: Props) {
  const { t } = useTranslation()
  const { data: rates } = useQuery(ratesQuery(workspaceId))
  const workspace = useWorkspace(workspaceId)
  const [isOpen, setOpen] = useState(false)
  if (!rates || !workspace) return <span className={classes.rates} />
  return (
    <>
      <UnstyledButton
        className={classes.rates}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true)
        }}
      >
        <span className={classes.whose}>{t('rates.dialogTitle', { name })}: </span>
        {rateKinds.map((kind) => (
          <CurrentRate key={kind} kind={kind} rates={rates} place={place} />
        ))}
      </UnstyledButton>
      {isOpen && (
        <Suspense>
          <RatesDialog
            name={name}
            place={place}
            workspaceId={workspaceId}
            currency={currency ?? workspace.currency}
            onClose={() => {
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** A rate that is not its own stands in brackets. */
function CurrentRate({ kind, rates, place }: { kind: RateKind; rates: readonly Rate[]; place: RatePlace }) {
  const { t } = useTranslation()
  const money = useMoney()
  const day = useFormats().today()
  const own = rateOn(ratesOf(rates, place, kind), day)
  const fallback = fallbackOf(rates, { place, kind, day })
  const differs = !holds(own) && fallback.differs
  const rate = holds(own) ? own : differs ? undefined : fallback.rate
  const amount = rate ? money.amount(rate.amount, rate.currency) : undefined
  return (
    <span className={classes.rate}>
      <span className={classes.kind}>{t(`rates.short.${kind}`)}</span>{' '}
      <span data-inherited={!holds(own) || undefined} className={classes.amount}>
        {holds(own) ? amount : differs ? `(${t('rates.byPerson')})` : amount ? `(${amount})` : '–'}
      </span>
    </span>
  )
}
