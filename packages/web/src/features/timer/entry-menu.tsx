import { Menu } from '@mantine/core'
import type { Entry } from '@sundial/sdk'
import { IconDots, IconLockOpen, IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useReopenEntry } from '../approvals/decisions.ts'
import { useDeleteEntries } from './timer-changes.ts'
import classes from './entry-row.module.css'

type Props = { entry: Entry; name: string; onEdit: (entry: Entry) => void }

export function EntryMenu({ entry, name, onEdit }: Props) {
  const { t } = useTranslation()
  const remove = useDeleteEntries()
  return (
    <Menu width={180}>
      <Menu.Target>
        <IconButton icon={IconDots} label={t('timer.actionsFor', { name })} className={classes.menu} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon of={IconPencil} />}
          onClick={() => {
            onEdit(entry)
          }}
        >
          {t('timer.editDetails')}
        </Menu.Item>
        <Menu.Item
          color="danger"
          leftSection={<Icon of={IconTrash} />}
          onClick={() => {
            remove.mutate([entry.id])
          }}
        >
          {t('timer.deleteEntry')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Approved time is locked; whoever runs the workspace may open it again. */
export function ApprovedMenu({ entry, name }: Omit<Props, 'onEdit'>) {
  const { t } = useTranslation()
  const reopen = useReopenEntry()
  return (
    <Menu width={220}>
      <Menu.Target>
        <IconButton icon={IconDots} label={t('timer.actionsFor', { name })} className={classes.menu} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon of={IconLockOpen} />}
          onClick={() => {
            reopen.mutate(entry.id)
          }}
        >
          {t('approvals.reopen')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
