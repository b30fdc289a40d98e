import type { Client, Project } from '@sundial/sdk'
import { IconArchive, IconLock, IconUserSquareRounded } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import classes from './project-page.module.css'
import { useProjectsById } from './projects.ts'

/** Where a project stands: what it is below, whose it is. */
export function ProjectFacts({ project, client }: { project: Project; client: Client | undefined }) {
  const { t } = useTranslation()
  const ancestors = useAncestors(project)
  return (
    <div className={classes.facts}>
      {ancestors.length > 0 && (
        <nav className={classes.chain} aria-label={t('projects.chain')}>
          {ancestors.map(({ id, title }) => (
            <span key={id}>
              <Link to="/projects/$id" params={{ id: String(id) }}>
                {title}
              </Link>
              {' ▸'}
            </span>
          ))}
          <span>{project.title}</span>
        </nav>
      )}
      {client && (
        <span className={classes.fact}>
          <Icon of={IconUserSquareRounded} size={16} />
          <Link to="/clients/$id" params={{ id: String(client.id) }}>
            {client.name}
          </Link>
        </span>
      )}
      {project.default_billing_status && <span>{t(`billing.${project.default_billing_status}`)}</span>}
      {project.is_private && (
        <span className={classes.fact}>
          <Icon of={IconLock} size={16} />
          {t('projects.private')}
        </span>
      )}
      {project.is_hidden && (
        <span className={classes.fact}>
          <Icon of={IconArchive} size={16} />
          {t('projects.isArchived')}
        </span>
      )}
    </div>
  )
}

/** From the root down; those one may not see are left out. */
function useAncestors(project: Project): Project[] {
  const byId = useProjectsById()
  const ancestors: Project[] = []
  for (let next = byId.get(project.parent_id ?? 0); next; next = byId.get(next.parent_id ?? 0)) {
    ancestors.unshift(next)
  }
  return ancestors
}
