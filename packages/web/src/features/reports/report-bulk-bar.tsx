import { Button, Menu } from '@mantine/core'
import { IconCurrencyDollar, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BillingMenuItems } from '../timer/billing-menu.tsx'
import classes from '../timer/bulk-bar.module.css'
import { useReader } from './reader.tsx'
import { mostAtOnce, useSetBilling } from './report-changes.ts'
import type { Ticked } from './use-ticked.ts'

/** What can be done to all ticked entries of a report. */
export function ReportBulkBar({ ticked: { entries, clear } }: { ticked: Ticked }) {
  const { t } = useTranslation()
  const { duration } = useReader()
  const set = useSetBilling()
  if (entries.length === 0) return null
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0)
  const isTooMany = entries.length > mostAtOnce
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('timer.bulk')}>
      <span className={classes.count} role="status">
        {isTooMany
          ? t('reports.tooMany', { count: mostAtOnce })
          : t('timer.selected', { count: entries.length, duration: duration(seconds) })}
      </span>
      <Menu position="top-start" width={200}>
        <Menu.Target>
          <Button variant="subtle" leftSection={<Icon of={IconCurrencyDollar} />} disabled={isTooMany}>
            {t('timer.bulkBilling')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <BillingMenuItems
            onChange={(status) => {
              set.mutate({ entries, status })
              clear()
            }}
          />
        </Menu.Dropdown>
      </Menu>
      <IconButton icon={IconX} label={t('timer.clearSelection')} onClick={clear} />
    </div>
  )
}
