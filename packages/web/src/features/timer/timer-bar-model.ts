import type { Entry, EntryChanges, Project, TimerStart } from '@sundial/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showNotice } from '../../ui/notices.tsx'
import { resolveProject } from '../projects/project-tree.ts'
import { useOpenProjects } from '../projects/projects.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { countsAsBillable, useDefaultBilling } from './billing.ts'
import { useCreateEntry, useStartTimer, useUpdateEntry } from './timer-changes.ts'
import { parseTimerLine, resolveSpan, type TimeSpan } from './timer-line.ts'
import type { RunningTimer } from './timer.ts'

/** What the timer bar shows and does, the same whether it drafts the next entry or edits the one that runs. */
export type TimerBarModel = {
  workspaceId: number
  text: string
  projectId: number | null
  tags: readonly string[]
  isBillable: boolean
  /** What Enter would note as already done, when the line names a time. */
  span: TimeSpan | undefined
  setText: (text: string) => void
  setProject: (projectId: number | null) => void
  setTags: (tags: string[]) => void
  setBillable: (isBillable: boolean) => void
  /** Enter. */
  submit: () => void
  /** The field is left without Enter. */
  leave: () => void
  /** Escape. */
  drop: () => void
}

type Draft = {
  text: string
  projectId: number | null
  tags: string[]
  billing: 'billable' | 'not_billable' | undefined
}

const emptyDraft: Draft = { text: '', projectId: null, tags: [], billing: undefined }

/** The line for the next entry. */
export function useDraftModel(): TimerBarModel {
  const me = useMe()
  const { workspace } = useCurrentWorkspace()
  const [draft, setDraft] = useState(emptyDraft)
  const open = useOpenProjects(workspace.id)
  // A project chosen before the workspace was switched is no longer on offer.
  const projectId = open.some(({ id }) => id === draft.projectId) ? draft.projectId : null
  const defaultBilling = useDefaultBilling(workspace.id, projectId)
  const resolve = useResolveMarks(workspace.id)
  const start = useStartTimer()
  const create = useCreateEntry()

  function change(part: Partial<Draft>) {
    setDraft((before) => ({ ...before, ...part }))
  }

  function submit() {
    const line = resolve(draft.text)
    if (!line) return
    const what = {
      workspace_id: workspace.id,
      title: line.title || null,
      project_id: line.project?.id ?? projectId,
      tags: [...new Set([...draft.tags, ...line.tags])],
      billing_status: line.isBillable ? ('billable' as const) : draft.billing,
    }
    setDraft(emptyDraft)
    const putBack = () => {
      setDraft(draft)
    }
    if (line.span) {
      const span = resolveSpan(line.span, me.time_zone, Date.now())
      create.mutate(
        {
          ...what,
          started_at: new Date(span.start).toISOString(),
          ended_at: new Date(span.end).toISOString(),
        },
        { onError: putBack },
      )
    } else start.mutate(what, { onError: putBack })
  }

  return {
    workspaceId: workspace.id,
    text: draft.text,
    projectId,
    tags: draft.tags,
    isBillable: countsAsBillable(draft.billing ?? defaultBilling),
    span: parseTimerLine(draft.text).span,
    setText: (text) => {
      change({ text })
    },
    setProject: (id) => {
      change({ projectId: id })
    },
    setTags: (tags) => {
      change({ tags })
    },
    setBillable: (isBillable) => {
      change({ billing: isBillable ? 'billable' : 'not_billable' })
    },
    submit,
    leave: () => {},
    drop: () => {
      setDraft(emptyDraft)
    },
  }
}

/** The line of the entry that runs: each part is saved as it is changed. */
export function useRunningModel(timer: RunningTimer | null): TimerBarModel | undefined {
  const [typed, setTyped] = useState<string>()
  const resolve = useResolveMarks(timer?.entry.workspace_id ?? 0)
  const update = useUpdateEntry()
  if (!timer) return undefined
  const { entry } = timer

  function save(changes: EntryChanges) {
    update.mutate({ id: entry.id, changes })
  }

  function submit() {
    const line = typed === undefined ? undefined : resolve(typed, { readsSpan: false })
    if (!line) return
    setTyped(undefined)
    const changes: EntryChanges = {
      ...(line.title !== (entry.title ?? '') && { title: line.title || null }),
      ...(line.project && { project_id: line.project.id }),
      ...(line.tags.length > 0 && { tags: [...new Set([...tagNames(entry), ...line.tags])] }),
      ...(line.isBillable && { billing_status: 'billable' as const }),
    }
    if (Object.keys(changes).length > 0) save(changes)
  }

  return {
    workspaceId: entry.workspace_id,
    text: typed ?? entry.title ?? '',
    projectId: entry.project_id,
    tags: tagNames(entry),
    isBillable: countsAsBillable(entry.billing_status),
    span: undefined,
    setText: setTyped,
    setProject: (id) => {
      save({ project_id: id })
    },
    setTags: (tags) => {
      save({ tags })
    },
    setBillable: (isBillable) => {
      save({ billing_status: isBillable ? 'billable' : 'not_billable' })
    },
    submit,
    leave: submit,
    drop: () => {
      setTyped(undefined)
    },
  }
}

/** Starts again what an entry was about. */
export function useContinueEntry(): (entry: Entry) => void {
  const start = useStartTimer()
  return (entry) => {
    const status = entry.billing_status
    const again: TimerStart & { workspace_id: number } = {
      workspace_id: entry.workspace_id,
      title: entry.title,
      project_id: entry.project_id,
      task_id: entry.task_id,
      tags: tagNames(entry),
      // What was billed was billable; the new time is not billed yet.
      ...(status !== 'undetermined' && {
        billing_status: countsAsBillable(status) ? 'billable' : 'not_billable',
      }),
    }
    start.mutate(again)
  }
}

export function tagNames(entry: Entry): string[] {
  return entry.tags.map(({ name }) => name)
}

type Resolved = {
  title: string
  project: Project | undefined
  tags: string[]
  isBillable: boolean
  span?: TimeSpan | undefined
}

/** Reads a line's marks; says so and answers undefined when a project it names is unknown or could be several. */
function useResolveMarks(workspaceId: number) {
  const { t } = useTranslation()
  const open = useOpenProjects(workspaceId)
  return (text: string, { readsSpan = true } = {}): Resolved | undefined => {
    const line = parseTimerLine(text, { readsSpan })
    let project: Project | undefined
    for (const query of line.projectQueries) {
      project = resolveProject(open, query)
      if (!project) {
        showNotice({ message: t('timer.noSuchProject', { name: query }) })
        return undefined
      }
    }
    return { ...line, project }
  }
}
