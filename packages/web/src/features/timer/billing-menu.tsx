import { Menu } from '@mantine/core'
import type { BillingStatus } from '@sundial/sdk'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HintedButton } from '../../ui/hinted-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BillingIcon } from './billing-icon.tsx'
import { billingStatuses } from './billing.ts'
import classes from './entry-row.module.css'

type Props = {
  status: BillingStatus
  isDisabled?: boolean
  onChange: (status: SettableStatus) => void
}

/** Null leaves it undecided. */
export type SettableStatus = Exclude<BillingStatus, 'undetermined'> | null

export function BillingMenu({ status, isDisabled, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Menu width={200}>
      <Menu.Target>
        <HintedButton
          hint={t('billing.is', { status: t(`billing.${status}`) })}
          className={classes.part}
          disabled={isDisabled}
        >
          <BillingIcon status={status} />
        </HintedButton>
      </Menu.Target>
      <Menu.Dropdown>
        <BillingMenuItems status={status} onChange={onChange} />
      </Menu.Dropdown>
    </Menu>
  )
}

export function BillingMenuItems({
  status,
  onChange,
}: {
  status?: BillingStatus
  onChange: Props['onChange']
}) {
  const { t } = useTranslation()
  return billingStatuses.map((choice) => (
    <Menu.Item
      key={choice}
      rightSection={choice === status ? <Icon of={IconCheck} /> : undefined}
      onClick={() => {
        onChange(choice === 'undetermined' ? null : choice)
      }}
    >
      {t(`billing.${choice}`)}
    </Menu.Item>
  ))
}
