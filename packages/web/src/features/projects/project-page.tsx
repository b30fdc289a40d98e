import { Button } from '@mantine/core'
import type { Project, Role } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPencil } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { InTurn, Waiting } from '../../ui/in-turn.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { useClientsOf } from '../clients/clients.ts'
import { BudgetSection } from '../rates/budget-section.tsx'
import { BurnDownSection } from '../rates/burn-down-section.tsx'
import { useMe } from '../session/session.ts'
import { ProjectTasks } from '../tasks/project-tasks.tsx'
import { canEditProjects, canSeeRates } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ProjectFacts } from './project-facts.tsx'
import { ProjectDot } from './project-label.tsx'
import { ProjectFigures } from './project-figures.tsx'
import { ProjectHours } from './project-hours.tsx'
import { ProjectPeople } from './project-people.tsx'
import { ProjectRates } from './project-rates.tsx'
import classes from './project-page.module.css'
import { projectsQuery } from './projects.ts'

const ProjectDialog = lazy(async () => ({ default: (await import('./project-dialog.tsx')).ProjectDialog }))

export function ProjectPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/shell/projects/$id' })
  const query = useQuery(projectsQuery)
  const project = query.data?.find((row) => String(row.id) === id)
  const [isEditing, setEditing] = useState(false)
  const role = useRoleIn(project)
  const mayEdit = role !== undefined && canEditProjects(role)
  return (
    <Page
      title={project?.title ?? t('projects.project')}
      mark={
        project && (
          <span className={classes.mark}>
            <ProjectDot color={project.color} />
          </span>
        )
      }
      actions={
        mayEdit && (
          <Button
            leftSection={<Icon of={IconPencil} />}
            onClick={() => {
              setEditing(true)
            }}
          >
            {t('projects.edit')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {() => (project ? <ProjectOverview key={project.id} project={project} /> : <NoSuchProject />)}
      </Loaded>
      {isEditing && project && (
        <Suspense>
          <ProjectDialog
            draft={{ project }}
            workspaceId={project.workspace_id}
            onClose={() => {
              setEditing(false)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}

function ProjectOverview({ project }: { project: Project }) {
  const workspace = useWorkspace(project.workspace_id)
  const { clients, isLoading } = useClientsOf(project.workspace_id)
  const role = useRoleIn(project)
  const seesMoney = role !== undefined && canSeeRates(role)
  const client = clients?.find(({ id }) => id === project.client_id)
  const currency = client?.currency ?? workspace?.currency
  const isTeam = workspace?.kind === 'team'
  return (
    <InTurn>
      {isLoading && <Waiting />}
      <ProjectFacts project={project} client={client} />
      <ProjectFigures project={project} seesMoney={seesMoney} isTeam={isTeam} />
      <InTurn className={classes.overview} data-columns={seesMoney || undefined}>
        <ProjectHours project={project} seesOthers={seesMoney} />
        {seesMoney && currency && <BudgetSection project={project} currency={currency} />}
      </InTurn>
      {seesMoney && <BurnDownSection project={project} />}
      {role && <ProjectTasks project={project} role={role} />}
      {isTeam && seesMoney && <ProjectPeople project={project} currency={currency} />}
      {seesMoney && currency && <ProjectRates project={project} currency={currency} isTeam={isTeam} />}
    </InTurn>
  )
}

function NoSuchProject() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('projects.noSuch')}
      text={t('projects.noSuchHint')}
      action={
        <Button component={Link} to="/projects">
          {t('projects.toAll')}
        </Button>
      }
    />
  )
}

/** The role that counts is the one in the project's own workspace, whichever is on the screen. */
function useRoleIn(project: Project | undefined): Role | undefined {
  const me = useMe()
  return me.memberships.find(({ workspace }) => workspace.id === project?.workspace_id)?.role
}
