import { Button, Checkbox, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import type { Rate } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../../lib/api-error.ts'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormError } from '../../ui/form-error.tsx'
import { LocalDates, writeDays } from '../../ui/local-dates.tsx'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { CurrencySelect } from './currency-select.tsx'
import { namesOf, type RateKind, type RatePlace } from './rate-levels.ts'
import classes from './rates.module.css'
import { useCreateRate, useUpdateRate } from './rates.ts'
import { useMoney } from './use-money.ts'
import '@mantine/dates/styles.layer.css'

type Props = {
  /** The one to change; a new one without it. */
  rate: Rate | undefined
  place: RatePlace
  kind: RateKind
  /** The rates this place has already. */
  own: readonly Rate[]
  workspaceId: number
  currency: string
  onClose: () => void
}

/** The most the server takes for an hour, in minor units. */
const mostAnHour = 100_000_000

export function RateForm({ rate, place, kind, own, workspaceId, currency, onClose }: Props) {
  const { t } = useTranslation()
  const { week_start } = useMe()
  const today = useFormats().today()
  const money = useMoney()
  const create = useCreateRate()
  const update = useUpdateRate()
  const form = useForm({
    initialValues: {
      amount: rate && rate.amount !== null ? money.bare(rate.amount, rate.currency) : '',
      currency: rate?.currency ?? own[0]?.currency ?? currency,
      // The first rate of a place is for all its time; a later one changes what is.
      from: rate ? rate.effective_from : own.length === 0 ? null : today,
      isEnd: rate ? rate.amount === null : false,
    },
    validate: {
      amount: (text, values) => (values.isEnd ? null : amountError(text, values.currency)),
      from: (day) =>
        own.some((other) => other.id !== rate?.id && other.effective_from === day)
          ? t(day === null ? 'rates.sameAlways' : 'rates.sameDay')
          : null,
    },
  })
  const { values } = form
  const error = create.error ?? update.error

  function amountError(text: string, inCurrency: string): string | null {
    const minor = money.parse(text, inCurrency)
    if (minor === undefined) return t('rates.badAmount', { example: money.bare(9550, 'EUR') })
    return minor > mostAnHour ? t('rates.tooMuch') : null
  }

  function submit() {
    const fields = {
      amount: values.isEnd ? null : (money.parse(values.amount, values.currency) ?? null),
      currency: values.currency,
      effective_from: values.from,
    }
    if (rate) update.mutate({ id: rate.id, changes: fields }, { onSuccess: onClose })
    else
      create.mutate({ workspace_id: workspaceId, kind, ...namesOf(place), ...fields }, { onSuccess: onClose })
  }

  return (
    <form
      className={classes.form}
      aria-label={rate ? t('rates.changing') : t(`rates.set.${kind}`)}
      onSubmit={form.onSubmit(submit, focusFirstWrong)}
      noValidate
      onKeyDown={(event) => {
        // Only the form closes, not the dialog it may stand in.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('rates.perHour')}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          placeholder={money.bare(0, values.currency)}
          disabled={values.isEnd}
          {...form.getInputProps('amount')}
        />
        <CurrencySelect
          label={t('rates.currency')}
          allowDeselect={false}
          {...form.getInputProps('currency')}
        />
        <div className={classes.day}>
          <LocalDates>
            <DatePickerInput
              label={t('rates.from')}
              placeholder={t('rates.always')}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              firstDayOfWeek={toDayOfWeek(week_start)}
              valueFormatter={writeDays}
              popoverProps={{ withinPortal: true }}
              ariaLabels={{ nextMonth: t('dates.nextMonth'), previousMonth: t('dates.previousMonth') }}
              {...form.getInputProps('from')}
            />
          </LocalDates>
        </div>
      </div>
      {(own.length > 0 || values.isEnd) && (
        <Checkbox
          label={t(place.level === 'workspace' ? 'rates.endWorkspace' : 'rates.end')}
          {...form.getInputProps('isEnd', { type: 'checkbox' })}
        />
      )}
      <p className={classes.note}>{values.from === null ? t('rates.noteAlways') : t('rates.noteFrom')}</p>
      {isApiError(error) && error.reason === 'name_taken' ? (
        <p className={classes.error} role="alert">
          {t('rates.sameDay')}
        </p>
      ) : (
        <FormError error={error} />
      )}
      <div className={classes.formActions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="filled" type="submit" loading={create.isPending || update.isPending}>
          {rate ? t('rates.save') : t('rates.submit')}
        </Button>
      </div>
    </form>
  )
}
