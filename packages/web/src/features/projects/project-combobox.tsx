import { Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { showError } from '../../ui/notices.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canCreateProjects } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ProjectDot } from './project-label.tsx'
import { flattenTree, searchProjects } from './project-tree.ts'
import type { ProjectPickerProps } from './project-picker.tsx'
import { projectName, useCreateProject, useOpenProjects } from './projects.ts'
import classes from './project-combobox.module.css'

/** Beyond this many a list is searched, not read. */
const mostShown = 100
const noProject = 'none'
const createProject = 'create:'

export function ProjectCombobox({ children, ...props }: ProjectPickerProps) {
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownOpen: () => {
      combobox.focusSearchInput()
    },
    onDropdownClose: (source) => {
      // After a click elsewhere the focus belongs there.
      if (source === 'keyboard') combobox.focusTarget()
    },
  })
  const choose = useChoose(props)
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        combobox.closeDropdown('keyboard')
        choose(option)
      }}
      width={320}
      position="bottom-start"
      shadow="md"
      keepMounted={false}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={props.className}
          aria-label={props.label}
          disabled={props.isDisabled}
          onClick={() => {
            combobox.toggleDropdown()
          }}
        >
          {children}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <ProjectOptions
          workspaceId={props.workspaceId}
          value={props.value}
          onTyped={() => {
            combobox.selectFirstOption()
          }}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}

type OptionsProps = { workspaceId: number; value: number | null; onTyped: () => void }

function ProjectOptions({ workspaceId, value, onTyped }: OptionsProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const mayCreate = useMayCreateProjects(workspaceId)
  const choices = useProjectChoices(workspaceId, query)
  const wanted = query.trim()
  const isNew = mayCreate && wanted !== '' && !choices.rows.some(({ project }) => project.title === wanted)
  return (
    <>
      <Combobox.Search
        value={query}
        autoFocus
        placeholder={t('projects.search')}
        aria-label={t('projects.search')}
        onChange={(event) => {
          const typed = event.currentTarget.value
          // The list must have its new rows before the first of them can be marked.
          flushSync(() => {
            setQuery(typed)
          })
          onTyped()
        }}
      />
      <Combobox.Options className={classes.options} aria-label={t('projects.choose')}>
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
            <span className={classes.indent} style={{ width: depth * 16 }} />
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
      </Combobox.Options>
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
