import { useDebouncedValue } from '@mantine/hooks'
import type { SearchResult } from '@sundial/sdk'
import {
  IconAddressBook,
  IconBriefcase,
  IconCheckbox,
  IconClock,
  IconFolder,
  IconRefresh,
  IconTargetArrow,
  IconUserSquareRounded,
  type Icon as Glyph,
} from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stages } from '../../features/deals/stages.ts'
import { useProjectsById, projectName } from '../../features/projects/projects.ts'
import { useFormats } from '../../features/session/formats.ts'
import { useMe } from '../../features/session/session.ts'
import { useCurrentWorkspace } from '../../features/workspaces/current-workspace.tsx'
import { workspaceName } from '../../features/workspaces/workspace-name.ts'
import { answer, api } from '../../lib/api.ts'
import { inBackground } from '../../lib/background.ts'
import type { PaletteItem } from './item.ts'
import type { PaletteDialog } from './palette-dialogs.tsx'
import { useOpen } from './use-open.ts'

/** The server takes no less. */
const shortest = 2
/** While somebody types on, nothing is asked. */
const pause = 150
const mostOfEach = 5

const icons: Record<SearchResult['kind'], Glyph> = {
  project: IconFolder,
  task: IconCheckbox,
  client: IconUserSquareRounded,
  entry: IconClock,
  contact: IconAddressBook,
  lead: IconTargetArrow,
  deal: IconBriefcase,
}

function searchQuery(text: string) {
  return queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) =>
      answer(api.GET('/search', { params: { query: { q: text, limit: mostOfEach } }, signal })),
    enabled: text.length >= shortest,
    // Found before, it stays until the new answer is there; a list that empties at each letter cannot be read.
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
}

type Results = { items: PaletteItem[]; isSearching: boolean; error: unknown }

/** What the server finds for what is typed. */
export function useResults(typed: string, show: (dialog: PaletteDialog) => void): Results {
  const { t } = useTranslation()
  const text = typed.trim()
  const [asked] = useDebouncedValue(text, pause)
  const query = useQuery(searchQuery(asked))
  const toItem = useToItem(show)
  if (text.length < shortest) return { items: [], isSearching: false, error: undefined }
  const isSearching = asked !== text || query.isFetching
  // What was found for something else is not an answer to this.
  if (asked.length < shortest) return { items: [], isSearching, error: undefined }
  if (query.error && !isSearching) {
    const again: PaletteItem = {
      id: 'again',
      group: 'else',
      label: t('palette.again'),
      icon: IconRefresh,
      leaves: false,
      run: () => {
        inBackground(query.refetch())
      },
    }
    return { items: [again], isSearching, error: query.error }
  }
  return { items: query.data?.data.map(toItem) ?? [], isSearching, error: undefined }
}

function useToItem(show: (dialog: PaletteDialog) => void): (result: SearchResult) => PaletteItem {
  const projects = useProjectsById()
  const detailOf = useDetail()
  const open = useOpen()
  const { t } = useTranslation()
  const fetchEntry = useMutation({
    mutationFn: (id: number) => answer(api.GET('/entries/{id}', { params: { path: { id } } })),
    onSuccess: (entry) => {
      show({ kind: 'entry', entry })
    },
  })
  return (result) => ({
    id: `${result.kind} ${result.id}`,
    group: result.kind,
    label: result.title || t('timer.untitled'),
    detail: detailOf(result),
    icon: icons[result.kind],
    color: projects.get(result.project_id ?? 0)?.color,
    leaves: true,
    run: () => {
      const path = pathTo(result)
      if (path === undefined) fetchEntry.mutate(result.id)
      else open(path, result.workspace_id)
    },
  })
}

/** Where it is looked at. Entries have no page: they open where one is. */
function pathTo({ kind, id, client_id }: SearchResult): string | undefined {
  switch (kind) {
    case 'project':
      return `/projects/${id}`
    case 'task':
      return `/tasks?task=${id}`
    case 'client':
      return `/clients/${id}`
    case 'contact':
      return `/clients/${client_id}`
    case 'lead':
      return `/crm/leads?lead=${id}`
    case 'deal':
      return `/crm/deals?deal=${id}`
    case 'entry':
      return undefined
  }
}

/** What tells it from others of its name. */
function useDetail(): (result: SearchResult) => string | undefined {
  const { t } = useTranslation()
  const me = useMe()
  const { workspace: current } = useCurrentWorkspace()
  const projects = useProjectsById()
  const formats = useFormats()

  function of({ kind, detail, project_id, started_at, duration_seconds }: SearchResult) {
    if (kind === 'deal') {
      const stage = stages.find((known) => known === detail)
      return stage && t(`crm.deals.in.${stage}`)
    }
    if (kind !== 'entry') return detail
    const project = projects.get(project_id ?? 0)
    const day = started_at && formats.day(formats.dayOf(Date.parse(started_at)))
    return [
      project && projectName(project),
      day,
      duration_seconds !== null && formats.duration(duration_seconds),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  return (result) => {
    const { workspace } = me.memberships.find((each) => each.workspace.id === result.workspace_id) ?? {}
    const elsewhere = workspace && workspace.id !== current.id && workspaceName(workspace, t)
    return [of(result), elsewhere].filter(Boolean).join(' · ') || undefined
  }
}
