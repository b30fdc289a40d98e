import { Button, Switch } from '@mantine/core'
import type { Budget, Project } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWindowRows } from '../../ui/use-window-rows.ts'
import { useBudgets } from '../rates/budgets.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canCreateProjects, canEditProjects, canSeeRates } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ProjectCarrying } from './project-carrying.tsx'
import { ProjectDialog, type ProjectDraft } from './project-dialog.tsx'
import { ProjectListRow } from './project-list-row.tsx'
import { flattenTree, searchProjects, type ProjectRow } from './project-tree.ts'
import { projectsQuery } from './projects.ts'

export function ProjectsPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const mayCreate = canCreateProjects(role, useWorkspace(workspace.id)?.only_admins_create_projects ?? false)
  const query = useQuery(projectsQuery)
  const [draft, setDraft] = useState<ProjectDraft>()
  const budgets = useBudgets(workspace.id, canSeeRates(role))

  const newButton = mayCreate && (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setDraft({})
      }}
    >
      {t('projects.new')}
    </Button>
  )

  return (
    <Page title={t('nav.projects')} actions={newButton}>
      <Loaded query={query}>
        {(projects) => (
          <ProjectList
            projects={projects.filter((project) => project.workspace_id === workspace.id)}
            mayCreate={mayCreate}
            mayEdit={canEditProjects(role)}
            budgets={budgets}
            onEdit={setDraft}
            emptyAction={newButton}
          />
        )}
      </Loaded>
      {draft && (
        <ProjectDialog
          draft={draft}
          workspaceId={workspace.id}
          onClose={() => {
            setDraft(undefined)
          }}
        />
      )}
    </Page>
  )
}

type ListProps = {
  projects: Project[]
  mayCreate: boolean
  mayEdit: boolean
  budgets: ReadonlyMap<number, Budget>
  onEdit: (draft: ProjectDraft) => void
  emptyAction: React.ReactNode
}

function ProjectList({ projects, mayCreate, mayEdit, budgets, onEdit, emptyAction }: ListProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [showsArchived, setShowsArchived] = useState(false)
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())

  const shown = useMemo(
    () => (showsArchived ? projects : projects.filter((project) => !project.is_hidden)),
    [projects, showsArchived],
  )
  const rows = useMemo(() => {
    const wanted = search.trim()
    return wanted ? asFound(searchProjects(shown, wanted)) : flattenTree(shown, (id) => !closed.has(id))
  }, [shown, search, closed])

  const isSearch = search.trim() !== ''
  if (projects.length === 0) {
    return <EmptyState title={t('projects.empty')} text={t('projects.emptyHint')} action={emptyAction} />
  }

  function toggle(id: number) {
    const next = new Set(closed)
    if (!next.delete(id)) next.add(id)
    setClosed(next)
  }

  return (
    <>
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={search} onChange={setSearch} label={t('projects.search')} />
        </div>
        {projects.some((project) => project.is_hidden) && (
          <Switch
            label={t('projects.showArchived')}
            checked={showsArchived}
            onChange={(event) => {
              setShowsArchived(event.currentTarget.checked)
            }}
          />
        )}
        <span className={list.count} role="status">
          {t('projects.count', { count: isSearch ? rows.length : shown.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={search ? t('projects.noMatch') : t('projects.allArchived')} />
      ) : (
        <ProjectCarrying projects={projects} isPossible={mayEdit && !isSearch}>
          <ProjectRows
            rows={rows}
            isSearch={isSearch}
            closed={closed}
            mayCreate={mayCreate}
            mayEdit={mayEdit}
            budgets={budgets}
            onToggle={toggle}
            onEdit={onEdit}
          />
        </ProjectCarrying>
      )}
    </>
  )
}

type RowsProps = Pick<ListProps, 'mayCreate' | 'mayEdit' | 'budgets' | 'onEdit'> & {
  rows: readonly ProjectRow[]
  isSearch: boolean
  closed: ReadonlySet<number>
  onToggle: (id: number) => void
}

/** The rows of the tree, of which only those on the screen are there. */
function ProjectRows({ rows, closed, budgets, ...rest }: RowsProps) {
  const { top, space, shown, measure } = useWindowRows({
    count: rows.length,
    height: 41,
    keyOf: (index) => rows[index]?.project.id ?? index,
  })
  return (
    <ul data-rows ref={top} className={list.rows} style={space}>
      {shown.map(({ index, key }) => {
        const row = rows[index]
        return (
          row && (
            <ProjectListRow
              key={key}
              place={{
                ref: measure,
                'data-index': index,
                'aria-setsize': rows.length,
                'aria-posinset': index + 1,
                'aria-level': row.depth + 1,
              }}
              row={row}
              isOpen={!closed.has(row.project.id)}
              budget={budgets.get(row.project.id)}
              showsBudgets={budgets.size > 0}
              {...rest}
            />
          )
        )
      })}
    </ul>
  )
}

/** Found projects stand side by side, each with its whole chain of titles. */
function asFound(projects: Project[]): ProjectRow[] {
  return projects.map((project) => ({ project, depth: 0, hasChildren: false }))
}
