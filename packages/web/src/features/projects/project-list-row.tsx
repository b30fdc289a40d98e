import { Menu, UnstyledButton } from '@mantine/core'
import type { Budget } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import {
  IconArchive,
  IconArchiveOff,
  IconChevronRight,
  IconDots,
  IconFolderPlus,
  IconLock,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { clientsQuery } from '../clients/clients.ts'
import { BudgetCell } from '../rates/budget-cell.tsx'
import type { ProjectDraft } from './project-dialog.tsx'
import { ProjectDot, ProjectLabel } from './project-label.tsx'
import classes from './project-list-row.module.css'
import type { ProjectRow } from './project-tree.ts'
import { useArchiveProject, useDeleteProject } from './projects.ts'

type Props = {
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

export function ProjectListRow({ row, isSearch, isOpen, mayCreate, mayEdit, ...rest }: Props) {
  const { t } = useTranslation()
  const { project, depth, hasChildren } = row
  const { budget, showsBudgets, onToggle, onEdit } = rest
  const { data: clients } = useQuery(clientsQuery(project.workspace_id))
  const client = clients?.find(({ id }) => id === project.client_id)
  const name = isSearch ? (
    <ProjectLabel project={project} />
  ) : (
    <>
      <ProjectDot color={project.color} />
      <span className={list.text}>{project.title}</span>
    </>
  )
  return (
    <li className={list.row} data-archived={project.is_hidden || undefined}>
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
  return (
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
              color="var(--danger)"
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
  )
}
