import { Select, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { LocalDates, writeDays } from '../../ui/local-dates.tsx'
import { ValueFields } from '../crm/value-fields.tsx'
import { useMe } from '../session/session.ts'
import type { Stage } from './stages.ts'
import '@mantine/dates/styles.layer.css'

type Field = 'name' | 'stage' | 'value' | 'currency' | 'expectedClose'

type Props = { stages: readonly Stage[]; propsOf: (field: Field) => GetInputPropsReturnType }

/** What every deal has, wherever it is written down. */
export function DealFields({ stages, propsOf }: Props) {
  const { t } = useTranslation()
  const { week_start } = useMe()
  return (
    <>
      <TextInput label={t('crm.deals.name')} data-autofocus maxLength={255} {...propsOf('name')} />
      <Select
        label={t('crm.deals.stage')}
        allowDeselect={false}
        data={stages.map((stage) => ({ value: stage, label: t(`crm.deals.in.${stage}`) }))}
        {...propsOf('stage')}
      />
      <ValueFields value={propsOf('value')} currency={propsOf('currency')} />
      <LocalDates>
        <DatePickerInput
          label={t('crm.deals.expectedClose')}
          placeholder={t('crm.deals.noDay')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          firstDayOfWeek={toDayOfWeek(week_start)}
          valueFormatter={writeDays}
          popoverProps={{ withinPortal: true }}
          ariaLabels={{ nextMonth: t('dates.nextMonth'), previousMonth: t('dates.previousMonth') }}
          {...propsOf('expectedClose')}
        />
      </LocalDates>
    </>
  )
}
