import { Select, Switch } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import list from '../../ui/list.module.css'
import { phone } from '../../ui/media.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { memberName } from '../crm/owners.ts'
import { projectName, useOpenProjects, useProjectsById } from '../projects/projects.ts'
import { useMe } from '../session/session.ts'
import classes from './tasks-page.module.css'
import { useHasOthers, usePeople } from './people.ts'
import { statusFilters } from './task-filter.ts'
import { sortKeys } from './task-order.ts'
import { readSort, useTaskSearch, writeSort } from './task-search.ts'

type Props = { workspaceId: number; text: string; onText: (text: string) => void; count: number | undefined }

/** Which tasks are shown, and how many they are. */
export function TaskFilters({ workspaceId, text, onText, count }: Props) {
  const { t } = useTranslation()
  const { view, status, assignee, change } = useTaskSearch()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const isTeam = useHasOthers(workspaceId)
  return (
    <div className={list.tools}>
      <div className={list.search}>
        <SearchField value={text} onChange={onText} label={t('tasks.search')} />
      </div>
      <ProjectFilter workspaceId={workspaceId} />
      {isTeam && <AssigneeFilter workspaceId={workspaceId} />}
      {view === 'list' && (
        <Select
          className={classes.status}
          aria-label={t('tasks.status')}
          allowDeselect={false}
          data={statusFilters.map((each) => ({ value: each, label: t(`tasks.is.${each}`) }))}
          value={status}
          onChange={(chosen) => change({ status: chosen === 'open' ? undefined : (chosen ?? undefined) })}
        />
      )}
      {view === 'list' && isPhone && <SortSelect />}
      {isTeam && (
        <Switch
          label={t('tasks.onlyMine')}
          checked={assignee === 'me'}
          onChange={(event) => change({ assignee: event.currentTarget.checked ? 'me' : undefined })}
        />
      )}
      <span className={list.count} role="status">
        {count !== undefined && t('tasks.count', { count })}
      </span>
    </div>
  )
}

/** Beyond this many a list is searched, not read. */
const mostShown = 100

function ProjectFilter({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const { projectId, change } = useTaskSearch()
  const open = useOpenProjects(workspaceId)
  const current = useProjectsById().get(projectId ?? 0)
  const projects = current && !open.includes(current) ? [current, ...open] : open
  return (
    <Select
      className={classes.filter}
      aria-label={t('projects.project')}
      placeholder={t('tasks.allProjects')}
      data={projects.map((project) => ({ value: String(project.id), label: projectName(project) }))}
      limit={mostShown}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('projects.noMatch')}
      value={current ? String(current.id) : null}
      onChange={(id) => change({ project: id ?? undefined })}
    />
  )
}

function AssigneeFilter({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const me = String(useMe().id)
  const { assignee, change } = useTaskSearch()
  const people = usePeople(workspaceId)
  return (
    <Select
      className={classes.filter}
      aria-label={t('tasks.assignee')}
      placeholder={t('tasks.anybody')}
      data={people.map((member) => ({ value: String(member.user_id), label: memberName(member) }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('tasks.nobodyFits')}
      value={assignee === 'me' ? me : (assignee ?? null)}
      onChange={(id) => change({ assignee: id === me ? 'me' : (id ?? undefined) })}
    />
  )
}

const headOf = {
  due: 'tasks.due',
  priority: 'tasks.priority',
  name: 'tasks.name',
  project: 'projects.project',
  people: 'tasks.assignees',
  status: 'tasks.status',
  time: 'tasks.time',
} as const

/** A phone has no heads of columns to sort by. */
function SortSelect() {
  const { t } = useTranslation()
  const { sort, change } = useTaskSearch()
  const written = (by: (typeof sortKeys)[number], isDescending: boolean) =>
    writeSort({ by, isDescending }) ?? by
  return (
    <Select
      className={classes.filter}
      aria-label={t('tasks.sortBy')}
      allowDeselect={false}
      data={sortKeys.flatMap((by) => [
        { value: written(by, false), label: t(headOf[by]) },
        { value: written(by, true), label: t('tasks.descending', { name: t(headOf[by]) }) },
      ])}
      value={written(sort.by, sort.isDescending)}
      onChange={(chosen) => change({ sort: writeSort(readSort(chosen ?? undefined)) })}
    />
  )
}
