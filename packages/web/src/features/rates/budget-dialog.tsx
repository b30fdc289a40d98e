import { Button, Input, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Budget } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { parseDuration } from '../../lib/duration.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormError } from '../../ui/form-error.tsx'
import { useWholeNumberError } from '../../ui/use-whole-number-error.ts'
import { WholeNumberInput } from '../../ui/whole-number-input.tsx'
import { useFormats } from '../session/formats.ts'
import classes from './budget-dialog.module.css'
import { useClearBudget, useSetBudget } from './budgets.ts'
import { CurrencySelect } from './currency-select.tsx'
import { useMoney } from './use-money.ts'

type Props = { budget: Budget | undefined; projectId: number; currency: string; onClose: () => void }

/** The most the server takes: seconds, and minor units. */
const mostSeconds = 1_000_000_000
const mostMoney = 1_000_000_000_000
const usualAlert = 80
const alerts = { least: 1, most: 100, isOptional: true }

export function BudgetDialog({ budget, projectId, currency, onClose }: Props) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const money = useMoney()
  const set = useSetBudget(projectId)
  const clear = useClearBudget(projectId)
  const wholeNumberError = useWholeNumberError()
  const form = useForm<{
    unit: string
    hours: string
    amount: string
    currency: string
    period: string
    alert: string
  }>({
    initialValues: {
      unit: budget && budget.seconds === null ? 'money' : 'time',
      hours: budget?.seconds ? duration(budget.seconds) : '',
      amount: budget?.amount ? money.bare(budget.amount, budget.currency ?? currency) : '',
      currency: budget?.currency ?? currency,
      period: budget?.period ?? 'total',
      alert: String(budget ? (budget.alert_percent ?? '') : usualAlert),
    },
    validate: {
      hours: (text, { unit }) =>
        unit === 'time' && !isBetween(parseDuration(text), mostSeconds) ? t('budgets.badHours') : null,
      amount: (text, values) =>
        values.unit === 'money' && !isBetween(money.parse(text, values.currency), mostMoney)
          ? t('rates.badAmount', { example: money.bare(500_000, 'EUR') })
          : null,
      alert: (text) => wholeNumberError(text, alerts),
    },
  })
  const { values } = form

  function submit() {
    const size =
      values.unit === 'time'
        ? { seconds: parseDuration(values.hours) ?? null }
        : { amount: money.parse(values.amount, values.currency) ?? null, currency: values.currency }
    set.mutate(
      {
        ...size,
        period: values.period === 'month' ? 'month' : 'total',
        alert_percent: values.alert.trim() === '' ? null : Number(values.alert),
      },
      { onSuccess: onClose },
    )
  }

  return (
    <Dialog title={budget ? t('budgets.change') : t('budgets.set')} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <Choice
          label={t('budgets.unit')}
          data={[
            { value: 'time', label: t('budgets.time') },
            { value: 'money', label: t('budgets.money') },
          ]}
          value={values.unit}
          onChange={(unit) => {
            form.setFieldValue('unit', unit)
          }}
        />
        {values.unit === 'time' ? (
          <TextInput
            label={t('budgets.hours')}
            description={t('budgets.hoursHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('hours')}
          />
        ) : (
          <div className={classes.amount}>
            <TextInput
              label={t('budgets.amount')}
              inputMode="decimal"
              autoComplete="off"
              {...form.getInputProps('amount')}
            />
            <CurrencySelect
              label={t('rates.currency')}
              allowDeselect={false}
              {...form.getInputProps('currency')}
            />
          </div>
        )}
        <Choice
          label={t('budgets.period')}
          data={[
            { value: 'total', label: t('budgets.inTotal') },
            { value: 'month', label: t('budgets.eachMonth') },
          ]}
          value={values.period}
          onChange={(period) => {
            form.setFieldValue('period', period)
          }}
        />
        <WholeNumberInput
          label={t('budgets.alert')}
          description={t('budgets.alertHint')}
          rightSection="%"
          {...form.getInputProps('alert')}
        />
        <FormError error={set.error} />
        <div className={`${dialog.actions} ${classes.actions}`}>
          {budget && (
            <UnstyledButton
              type="button"
              className={`${classes.remove} ${dialog.aside}`}
              onClick={() => {
                clear.mutate(undefined, { onSuccess: onClose })
              }}
            >
              {t('budgets.takeAway')}
            </UnstyledButton>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" type="submit" loading={set.isPending}>
            {t('budgets.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type ChoiceProps = {
  label: string
  data: { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

function Choice({ label, data, value, onChange }: ChoiceProps) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div>
        <SegmentedControl aria-label={label} data={data} value={value} onChange={onChange} fullWidth />
      </div>
    </Input.Wrapper>
  )
}

function isBetween(value: number | undefined, most: number): boolean {
  return value !== undefined && value >= 1 && value <= most
}
