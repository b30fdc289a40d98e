import { Menu } from '@mantine/core'
import type { Task } from '@sundial/sdk'
import { IconDots, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MoveItems } from '../board/move-items.tsx'
import { statuses } from './task-order.ts'
import { useDeleteTask } from './tasks.ts'
import { useStartTask } from './task-timer-button.tsx'

type Props = {
  task: Task
  className?: string | undefined
  size?: number
  mayDelete: boolean
  /** Where starting the timer has no button of its own. */
  hasTimer?: boolean
  onEdit: () => void
  onMove: (status: Task['status']) => void
}

/** What can be done with a task by those who may change it. */
export function TaskMenu({ task, className, size, mayDelete, hasTimer, onEdit, onMove }: Props) {
  const { t } = useTranslation()
  const remove = useDeleteTask()
  const start = useStartTask()
  return (
    <Menu width={200}>
      <Menu.Target>
        <IconButton
          icon={IconDots}
          label={t('tasks.actionsFor', task)}
          className={className}
          {...(size !== undefined && { size })}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {hasTimer && (
          <Menu.Item
            leftSection={<Icon of={IconPlayerPlay} />}
            onClick={() => {
              start(task)
            }}
          >
            {t('tasks.start')}
          </Menu.Item>
        )}
        <MoveItems
          columns={statuses.filter((status) => status !== task.status)}
          columnName={(status) => t(`tasks.is.${status}`)}
          onMove={onMove}
        />
        <Menu.Item leftSection={<Icon of={IconPencil} />} onClick={onEdit}>
          {t('tasks.edit')}
        </Menu.Item>
        {mayDelete && (
          <Menu.Item
            color="var(--danger)"
            leftSection={<Icon of={IconTrash} />}
            onClick={() => {
              remove.mutate(task)
            }}
          >
            {t('tasks.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
