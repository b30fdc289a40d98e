import type { Client } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { compareNames } from '../../lib/locale.ts'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/section.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { projectName, projectsQuery } from '../projects/projects.ts'
import classes from './client-page.module.css'

/** The projects of a client, those that are archived last. */
export function ClientProjects({ client }: { client: Client }) {
  const { t } = useTranslation()
  const query = useQuery({
    ...projectsQuery,
    select: (rows) =>
      rows
        .filter(({ client_id }) => client_id === client.id)
        .sort(
          (a, b) => Number(a.is_hidden) - Number(b.is_hidden) || compareNames(projectName(a), projectName(b)),
        ),
  })
  return (
    <Section title={t('nav.projects')}>
      <Loaded query={query}>
        {(projects) =>
          projects.length === 0 ? (
            <p className={classes.none}>{t('crm.client.noProjects')}</p>
          ) : (
            <ul data-rows className={list.rows} aria-label={t('nav.projects')}>
              {projects.map((project) => (
                <li key={project.id} className={list.row}>
                  <Link
                    to="/projects/$id"
                    params={{ id: String(project.id) }}
                    className={`${list.name} ${classes.link}`}
                  >
                    <ProjectLabel project={project} />
                    {project.is_hidden && <span className={list.quiet}>{t('projects.isArchived')}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
