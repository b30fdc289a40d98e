import { Combobox } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { showError } from '../../ui/notices.tsx'
import { SearchCombobox } from '../../ui/search-combobox.tsx'
import classes from '../../ui/search-combobox.module.css'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canCreateProjects } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ProjectDot, ProjectIndent } from './project-label.tsx'
import { flattenTree, searchProjects } from './project-tree.ts'
import type { ProjectPickerProps } from './project-picker.tsx'
import { projectName, useCreateProject, useOpenProjects } from './projects.ts'

/** Beyond this many a list is searched, not read. */
const mostShown = 100
const noProject = 'none'
const createProject = 'create:'

export function ProjectCombobox({ workspaceId, value, onChange, ...button }: ProjectPickerProps) {
  const { t } = useTranslation()
  const choose = useChoose({ workspaceId, onChange })
  return (
    <SearchCombobox
      {...button}
      width={320}
      searchLabel={t('projects.search')}
      listLabel={t('projects.choose')}
      onChoose={choose}
      options={(query) => <ProjectOptions workspaceId={workspaceId} value={value} query={query} />}
    />
  )
}

type OptionsProps = { workspaceId: number; value: number | null; query: string }

function ProjectOptions({ workspaceId, value, query }: OptionsProps) {
  const { t } = useTranslation()
  const mayCreate = useMayCreateProjects(workspaceId)
  const choices = useProjectChoices(workspaceId, query)
  const wanted = query.trim()
  const isNew = mayCreate && wanted !== '' && !choices.rows.some(({ project }) => project.title === wanted)
  return (
    <>
      {!query && (
        <Combobox.Option value={noProject} active={value === null} className={classes.option}>
          <ProjectDot color={undefined} />
          {t('projects.none')}
        </Combobox.Option>
      )}
      {choices.rows.map(({ project, depth }) => (
        <Combobox.Option
          key={project.id}
          value={String(project.id)}
          active={project.id === value}
          className={classes.option}
        >
          <ProjectIndent depth={depth} />
          <ProjectDot color={project.color} />
          <span className={classes.name}>{query ? projectName(project) : project.title}</span>
        </Combobox.Option>
      ))}
      {isNew && (
        <Combobox.Option value={`${createProject}${wanted}`} className={classes.option}>
          {t('projects.createNamed', { title: wanted })}
        </Combobox.Option>
      )}
      {choices.rows.length === 0 && !isNew && (
        <Combobox.Empty>{query ? t('projects.noMatch') : t('projects.emptyShort')}</Combobox.Empty>
      )}
      {choices.hidden > 0 && (
        <div className={classes.more}>{t('projects.moreHidden', { count: choices.hidden })}</div>
      )}
    </>
  )
}

function useChoose({ workspaceId, onChange }: Pick<ProjectPickerProps, 'workspaceId' | 'onChange'>) {
  const create = useCreateProject()
  return (option: string) => {
    if (option === noProject) return onChange(null)
    if (!option.startsWith(createProject)) return onChange(Number(option))
    create.mutate(
      { workspace_id: workspaceId, title: option.slice(createProject.length) },
      {
        onSuccess: ({ id }) => {
          onChange(id)
        },
        onError: showError,
      },
    )
  }
}

function useProjectChoices(workspaceId: number, query: string) {
  const open = useOpenProjects(workspaceId)
  return useMemo(() => {
    const wanted = query.trim()
    const all = wanted
      ? searchProjects(open, wanted).map((project) => ({ project, depth: 0 }))
      : flattenTree(open)
    return { rows: all.slice(0, mostShown), hidden: Math.max(0, all.length - mostShown) }
  }, [open, query])
}

function useMayCreateProjects(workspaceId: number): boolean {
  const { role } = useCurrentWorkspace()
  const workspace = useWorkspace(workspaceId)
  return canCreateProjects(workspace?.role ?? role, workspace?.only_admins_create_projects ?? false)
}
