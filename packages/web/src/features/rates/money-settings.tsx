import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Workspace } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormError } from '../../ui/form-error.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { useWholeNumberError } from '../../ui/use-whole-number-error.ts'
import { WholeNumberInput } from '../../ui/whole-number-input.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import section from '../settings/settings-section.module.css'
import { canManageWorkspace, canSeeRates } from '../workspaces/permissions.ts'
import { useUpdateWorkspace } from '../workspaces/workspaces.ts'
import { CurrencySelect } from './currency-select.tsx'
import { RatesOfPlace } from './rates-of-place.tsx'

const modes = ['none', 'nearest', 'up', 'down'] as const
const pers = ['entry', 'day_project', 'total'] as const
const steps = { least: 1, most: 1440 }

/** What time is worth in a workspace, and how its reports round it. */
export function MoneySettings({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  return (
    <>
      {canSeeRates(workspace.role) && (
        <SettingsSection title={t('rates.title')} text={t('rates.workspaceText')}>
          <RatesOfPlace
            place={{ level: 'workspace' }}
            workspaceId={workspace.id}
            currency={workspace.currency}
          />
        </SettingsSection>
      )}
      {canManageWorkspace(workspace.role) && (
        <SettingsSection title={t('workspaces.money')} text={t('workspaces.moneyText')}>
          <MoneyForm workspace={workspace} />
        </SettingsSection>
      )}
    </>
  )
}

type Fields = {
  currency: string
  mode: Workspace['rounding_mode']
  minutes: string
  per: Workspace['rounding_per']
}

function MoneyForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const update = useUpdateWorkspace(workspace.id)
  const wholeNumberError = useWholeNumberError()
  const form = useForm<Fields>({
    initialValues: {
      currency: workspace.currency,
      mode: workspace.rounding_mode,
      minutes: String(workspace.rounding_minutes),
      per: workspace.rounding_per,
    },
    validate: {
      minutes: (minutes) => wholeNumberError(minutes, steps),
    },
  })
  const { values } = form

  function submit() {
    update.mutate(
      {
        currency: values.currency,
        rounding_mode: values.mode,
        rounding_minutes: Number(values.minutes),
        rounding_per: values.per,
      },
      {
        onSuccess: () => {
          form.resetDirty()
          showNotice({ message: t('settings.saved') })
        },
      },
    )
  }

  return (
    <form className={section.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
      <CurrencySelect
        className={section.field}
        label={t('rates.currency')}
        description={t('workspaces.currencyHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        comboboxProps={{ width: 'target' }}
        {...form.getInputProps('currency')}
      />
      <Select
        className={section.field}
        label={t('workspaces.rounding')}
        allowDeselect={false}
        data={modes.map((mode) => ({ value: mode, label: t(`workspaces.roundingMode.${mode}`) }))}
        {...form.getInputProps('mode')}
      />
      {values.mode !== 'none' && (
        <>
          <WholeNumberInput
            className={section.field}
            label={t('workspaces.roundingMinutes')}
            {...form.getInputProps('minutes')}
          />
          <Select
            className={section.field}
            label={t('workspaces.roundingPer')}
            allowDeselect={false}
            data={pers.map((per) => ({ value: per, label: t(`workspaces.roundingOf.${per}`) }))}
            {...form.getInputProps('per')}
          />
        </>
      )}
      <FormError error={update.error} />
      <Button type="submit" variant="filled" loading={update.isPending} disabled={!form.isDirty()}>
        {t('workspaces.saveMoney')}
      </Button>
    </form>
  )
}
