import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { compareNames } from '../../lib/locale.ts'
import { useClients } from '../clients/clients.ts'
import { flattenTree } from '../projects/project-tree.ts'
import { projectName, projectsQuery } from '../projects/projects.ts'
import { useMe } from '../session/session.ts'
import { tagsQuery } from '../tags/tags.ts'
import { membersQuery } from '../team/team.ts'
import { useModules } from '../workspaces/modules.ts'
import { billingStatuses } from '../timer/billing.ts'
import { ListChip } from './filter-chip.tsx'
import type { FilterOption } from './filter-picker.tsx'
import { MoreChip } from './more-chip.tsx'
import type { Question } from './question.ts'
import { tasksQuery } from '../tasks/tasks.ts'
import { TextChip } from './text-chip.tsx'
import { useQuestion } from './use-question.ts'
import classes from './filters.module.css'

/** Stands among the ids for what has none. */
const none = 'none'

export function ChipsOfFilters() {
  const { seesOthers } = useQuestion()
  const modules = useModules()
  return (
    <>
      {seesOthers && <PeopleChip />}
      {modules.has('clients') && <ClientChip />}
      <ProjectChip />
      <TaskChip />
      <TagChip />
      <BillingChip />
      <TextChip />
      <MoreChip />
    </>
  )
}

function PeopleChip() {
  const { t } = useTranslation()
  const me = useMe()
  const { question, ask, workspaceId } = useQuestion()
  const { data: members = [] } = useQuery(membersQuery(workspaceId))
  const options = members.map(({ user_id, name, email }) => ({
    value: String(user_id),
    name: user_id === me.id ? t('reports.filter.me', { name: name ?? email }) : (name ?? email),
  }))
  const chosen = question.user_id?.map(String) ?? (question.everyone ? [] : [String(me.id)])
  return (
    <ListChip
      kind={t('reports.filter.people')}
      searchLabel={t('reports.filter.searchPeople')}
      listLabel={t('reports.filter.people')}
      options={options}
      chosen={chosen}
      onChange={(values) => {
        // Nobody in particular is everybody.
        if (values.length === 0) ask({ user_id: undefined, everyone: true })
        else ask({ user_id: values.map(Number), everyone: undefined })
      }}
    />
  )
}

function ClientChip() {
  const { t } = useTranslation()
  const { question, ask, workspaceId } = useQuestion()
  const clients = useClients(workspaceId) ?? []
  const options = clients.map(({ id, name }) => ({ value: String(id), name })).sort(byName)
  return (
    <ListChip
      kind={t('reports.by.client')}
      searchLabel={t('clients.search')}
      listLabel={t('reports.by.client')}
      options={[{ value: none, name: t('reports.none.client') }, ...options]}
      chosen={chosenOf(question.client_id, question.no_client)}
      onChange={(values) => {
        ask({ client_id: idsOf(values), no_client: hasNone(values) })
      }}
    />
  )
}

function ProjectChip() {
  const { t } = useTranslation()
  const { question, ask } = useQuestion()
  const options = useProjectOptions()
  const withChildren = question.with_children ?? true
  return (
    <ListChip
      kind={t('reports.by.project')}
      searchLabel={t('projects.search')}
      listLabel={t('reports.by.project')}
      options={[{ value: none, name: t('reports.none.project') }, ...options]}
      chosen={chosenOf(question.project_id, question.no_project)}
      onChange={(values) => {
        ask({ project_id: idsOf(values), no_project: hasNone(values) })
      }}
      footer={
        <Checkbox
          className={classes.footer}
          label={t('reports.filter.withChildren')}
          checked={withChildren}
          onChange={(event) => {
            ask({ with_children: event.currentTarget.checked ? undefined : false })
          }}
        />
      }
    />
  )
}

/** Archived projects too: reports look back. */
function useProjectOptions(): FilterOption[] {
  const { workspaceId } = useQuestion()
  const { data } = useQuery(projectsQuery)
  return useMemo(() => {
    const here = data?.filter((project) => project.workspace_id === workspaceId) ?? []
    return flattenTree(here).map(({ project, depth }) => ({
      value: String(project.id),
      name: project.title,
      fullName: projectName(project),
      depth,
      color: project.color,
    }))
  }, [data, workspaceId])
}

/** Where a workspace has no tasks, nothing is said of them. */
function TaskChip() {
  const { t } = useTranslation()
  const { question, ask, workspaceId } = useQuestion()
  const { data: tasks = [] } = useQuery(tasksQuery(workspaceId))
  if (tasks.length === 0) return null
  const options = tasks.map(({ id, name }) => ({ value: String(id), name })).sort(byName)
  return (
    <ListChip
      kind={t('reports.by.task')}
      searchLabel={t('reports.filter.searchTasks')}
      listLabel={t('reports.by.task')}
      options={options}
      chosen={question.task_id?.map(String) ?? []}
      onChange={(values) => {
        ask({ task_id: idsOf(values) })
      }}
    />
  )
}

function TagChip() {
  const { t } = useTranslation()
  const { question, ask, workspaceId } = useQuestion()
  const { data: tags = [] } = useQuery(tagsQuery(workspaceId))
  const options = tags.map(({ id, name }) => ({ value: String(id), name })).sort(byName)
  return (
    <ListChip
      kind={t('reports.by.tag')}
      searchLabel={t('tags.search')}
      listLabel={t('reports.by.tag')}
      options={[{ value: none, name: t('reports.none.tag') }, ...options]}
      chosen={chosenOf(question.tag_id, question.no_tag)}
      onChange={(values) => {
        ask({ tag_id: idsOf(values), no_tag: hasNone(values) })
      }}
    />
  )
}

function BillingChip() {
  const { t } = useTranslation()
  const { question, ask } = useQuestion()
  return (
    <ListChip
      kind={t('billing.title')}
      searchLabel={t('reports.filter.searchBilling')}
      listLabel={t('billing.title')}
      options={billingStatuses.map((status) => ({ value: status, name: t(`billing.${status}`) }))}
      chosen={question.billing_status ?? []}
      onChange={(values) => {
        const statuses = billingStatuses.filter((status) => values.includes(status))
        ask({ billing_status: statuses.length > 0 ? statuses : undefined })
      }}
    />
  )
}

function chosenOf(ids: Question['tag_id'], hasNoneToo: boolean | undefined): string[] {
  return [...(hasNoneToo ? [none] : []), ...(ids ?? []).map(String)]
}

function idsOf(values: readonly string[]): number[] | undefined {
  const ids = values.filter((value) => value !== none).map(Number)
  return ids.length > 0 ? ids : undefined
}

function hasNone(values: readonly string[]): true | undefined {
  return values.includes(none) || undefined
}

function byName(one: FilterOption, other: FilterOption): number {
  return compareNames(one.name, other.name)
}
