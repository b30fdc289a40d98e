import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Menu, UnstyledButton } from '@mantine/core'
import type { Budget } from '@sundial/sdk'
import {
  IconArchive,
  IconArchiveOff,
  IconChevronRight,
  IconDots,
  IconFolderPlus,
  IconFolderSymlink,
  IconGripVertical,
  IconLock,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState, type HTMLAttributes, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { useClients } from '../clients/clients.ts'
import { BudgetCell } from '../rates/budget-cell.tsx'
import { useCarrying } from './project-carrying.tsx'
import type { ProjectDraft } from './project-dialog.tsx'
import { ProjectDot, ProjectLabel } from './project-label.tsx'
import classes from './project-list-row.module.css'
import type { ProjectRow } from './project-tree.ts'
import { useArchiveProject, useDeleteProject } from './projects.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

type Props = {
  /** Where the row stands in the list, for a list that has only those in sight. */
  place: HTMLAttributes<HTMLLIElement> & { ref: Ref<HTMLLIElement>; 'data-index': number }
  row: ProjectRow
  isSearch: boolean
  isOpen: boolean
  mayCreate: boolean
  mayEdit: boolean
  budget: Budget | undefined
  /** Whether there is any, so that all rows keep room for it. */
  showsBudgets: boolean
  onToggle: (id: number) => void
  onEdit: (draft: ProjectDraft) => void
}

export function ProjectListRow({ place, row, isSearch, isOpen, mayCreate, mayEdit, ...rest }: Props) {
  const { t } = useTranslation()
  const { project, depth, hasChildren } = row
  const { budget, showsBudgets, onToggle, onEdit } = rest
  const clients = useClients(project.workspace_id)
  const client = clients?.find(({ id }) => id === project.client_id)
  const name = isSearch ? (
    <ProjectLabel project={project} />
  ) : (
    <>
      <ProjectDot color={project.color} />
      <span className={list.text}>{project.title}</span>
    </>
  )
  const { isPossible, isCarrying, takes } = useCarrying()
  const isBarred = isCarrying && !takes(project.id)
  const carry = useDraggable({ id: project.id, disabled: !isPossible })
  // Picked up by keys, it is over itself first, where it can be put down again.
  const under = useDroppable({ id: project.id, disabled: !isPossible || (isBarred && !carry.isDragging) })
  const { onKeyDown, ...byHand } = carry.listeners ?? {}
  return (
    <li
      {...place}
      className={`${list.row} ${classes.row}`}
      data-archived={project.is_hidden || undefined}
      data-carried={carry.isDragging || undefined}
      data-barred={isBarred || undefined}
      data-over={(under.isOver && !isBarred) || undefined}
    >
      {/* The row is measured by the list; this, as wide and as high, by what carries. */}
      <span ref={under.setNodeRef} className={classes.target} />
      {isPossible && (
        <UnstyledButton
          ref={(button: HTMLButtonElement | null) => {
            carry.setNodeRef(button)
            carry.setActivatorNodeRef(button)
          }}
          className={classes.handle}
          aria-label={t('projects.carry', project)}
          aria-describedby={carry.attributes['aria-describedby']}
          onKeyDown={(event) => onKeyDown?.(event)}
          {...byHand}
        >
          <Icon of={IconGripVertical} size={16} />
        </UnstyledButton>
      )}
      <span className={classes.indent} style={{ width: depth * 24 }} />
      {hasChildren ? (
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-label={isOpen ? t('projects.fold', project) : t('projects.unfold', project)}
          onClick={() => {
            onToggle(project.id)
          }}
        >
          <span className={classes.chevron} data-open={isOpen || undefined}>
            <Icon of={IconChevronRight} />
          </span>
        </UnstyledButton>
      ) : (
        <span className={classes.toggle} />
      )}
      <Link to="/projects/$id" params={{ id: String(project.id) }} className={`${list.name} ${classes.name}`}>
        {name}
      </Link>
      {project.is_private && (
        <span className={classes.mark} title={t('projects.private')}>
          <Icon of={IconLock} />
          <span className={classes.markText}>{t('projects.private')}</span>
        </span>
      )}
      {project.is_archived && <span className={classes.mark}>{t('projects.isArchived')}</span>}
      {showsBudgets && (
        <span className={classes.budget} data-empty={!budget || undefined}>
          {budget && <BudgetCell budget={budget} title={project.title} />}
        </span>
      )}
      <span className={`${list.quiet} ${classes.client}`}>{client?.name}</span>
      <span className={`${list.quiet} ${classes.billing}`}>
        {project.default_billing_status && t(`billing.${project.default_billing_status}`)}
      </span>
      {(mayEdit || mayCreate) && <ProjectMenu {...{ row, mayCreate, mayEdit, onEdit }} />}
    </li>
  )
}

function ProjectMenu({
  row: { project },
  mayCreate,
  mayEdit,
  onEdit,
}: Pick<Props, 'row' | 'mayCreate' | 'mayEdit' | 'onEdit'>) {
  const { t } = useTranslation()
  const archive = useArchiveProject()
  const remove = useDeleteProject()
  const [isMoving, setMoving] = useState(false)
  return (
    <>
      <Menu width={220}>
        <Menu.Target>
          <IconButton icon={IconDots} label={t('projects.actionsFor', project)} className={classes.menu} />
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit && (
            <Menu.Item
              leftSection={<Icon of={IconPencil} />}
              onClick={() => {
                onEdit({ project })
              }}
            >
              {t('projects.editOrMove')}
            </Menu.Item>
          )}
          {mayEdit && (
            <Menu.Item
              leftSection={<Icon of={IconFolderSymlink} />}
              onClick={() => {
                setMoving(true)
              }}
            >
              {t('projects.moveTo')}
            </Menu.Item>
          )}
          {mayCreate && !project.is_hidden && (
            <Menu.Item
              leftSection={<Icon of={IconFolderPlus} />}
              onClick={() => {
                onEdit({ parentId: project.id })
              }}
            >
              {t('projects.newBelow')}
            </Menu.Item>
          )}
          {mayEdit && (
            <>
              <Menu.Item
                leftSection={<Icon of={project.is_archived ? IconArchiveOff : IconArchive} />}
                onClick={() => {
                  archive.mutate({ id: project.id, isArchived: !project.is_archived })
                }}
              >
                {project.is_archived ? t('projects.unarchive') : t('projects.archive')}
              </Menu.Item>
              <Menu.Item
                color="danger"
                leftSection={<Icon of={IconTrash} />}
                onClick={() => {
                  remove.mutate(project)
                }}
              >
                {t('projects.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isMoving && (
        <Suspense>
          <MoveDialog
            project={project}
            onClose={() => {
              setMoving(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
