import { Button, Menu } from '@mantine/core'
import { IconChecks, IconCurrencyDollar, IconFolder, IconTrash, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useHasApprovals } from '../approvals/approvals.ts'
import { useRequestApproval } from '../approvals/decisions.ts'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { useFormats } from '../session/formats.ts'
import { BillingMenuItems } from './billing-menu.tsx'
import type { EntrySelection } from './entry-selection.ts'
import { useDeleteEntries, useUpdateEntries } from './timer-changes.ts'
import classes from './bulk-bar.module.css'

/** What can be done to all ticked rows at once. */
export function BulkBar({ selection, workspaceId }: { selection: EntrySelection; workspaceId: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const update = useUpdateEntries()
  const remove = useDeleteEntries()
  const ids = [...selection.ids]
  if (ids.length === 0) return null
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('timer.bulk')}>
      <span className={classes.count} role="status">
        {t('timer.selected', { count: ids.length, duration: formats.duration(selection.seconds) })}
      </span>
      <ProjectPicker
        workspaceId={workspaceId}
        value={null}
        onChange={(project_id) => {
          update.mutate({ ids, changes: { project_id } })
        }}
        label={t('timer.bulkProject')}
        className={classes.action}
      >
        <Icon of={IconFolder} />
        {t('timer.bulkProject')}
      </ProjectPicker>
      <Menu position="top-start" width={200}>
        <Menu.Target>
          <Button variant="subtle" leftSection={<Icon of={IconCurrencyDollar} />}>
            {t('timer.bulkBilling')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <BillingMenuItems
            onChange={(billing_status) => {
              update.mutate({ ids, changes: { billing_status } })
            }}
          />
        </Menu.Dropdown>
      </Menu>
      <SubmitButton selection={selection} />
      <Button
        variant="subtle"
        color="danger"
        leftSection={<Icon of={IconTrash} />}
        onClick={() => {
          remove.mutate(ids)
        }}
      >
        {t('common.delete')}
      </Button>
      <IconButton icon={IconX} label={t('timer.clearSelection')} onClick={selection.clear} />
    </div>
  )
}

/** Only what is finished, and neither approved nor submitted, can be submitted; the rest stays out of it. */
function SubmitButton({ selection }: { selection: EntrySelection }) {
  const { t } = useTranslation()
  const hasApprovals = useHasApprovals()
  const request = useRequestApproval()
  const ids = selection.entries
    .filter(({ approval_status: is, is_locked }) => (is === null || is === 'rejected') && !is_locked)
    .map(({ id }) => id)
  if (!hasApprovals || ids.length === 0) return null
  return (
    <Button
      variant="subtle"
      leftSection={<Icon of={IconChecks} />}
      loading={request.isPending}
      onClick={() => {
        request.mutate(ids, { onSuccess: selection.clear })
      }}
    >
      {t('approvals.submitSelected')}
    </Button>
  )
}
