import type { Entry } from '@sundial/sdk'
import { lazy, Suspense } from 'react'
import { useCurrentWorkspace } from '../../features/workspaces/current-workspace.tsx'
import { canSeeRates } from '../../features/workspaces/permissions.ts'
import { useWorkspace } from '../../features/workspaces/workspaces.ts'

const EntryDialog = lazy(async () => ({
  default: (await import('../../features/timer/entry-dialog.tsx')).EntryDialog,
}))
const ProjectDialog = lazy(async () => ({
  default: (await import('../../features/projects/project-dialog.tsx')).ProjectDialog,
}))
const ClientDialog = lazy(async () => ({
  default: (await import('../../features/clients/client-dialog.tsx')).ClientDialog,
}))
const TaskDialog = lazy(async () => ({
  default: (await import('../../features/tasks/task-dialog.tsx')).TaskDialog,
}))
const LeadDialog = lazy(async () => ({
  default: (await import('../../features/leads/lead-dialog.tsx')).LeadDialog,
}))
const DealDialog = lazy(async () => ({
  default: (await import('../../features/deals/deal-dialog.tsx')).DealDialog,
}))
const HelpDialog = lazy(async () => ({ default: (await import('../help-dialog.tsx')).HelpDialog }))

export type PaletteDialog =
  | { kind: 'entry'; entry?: Entry }
  | { kind: 'project' }
  | { kind: 'client' }
  | { kind: 'task' }
  | { kind: 'lead' }
  | { kind: 'deal' }
  | { kind: 'help' }

type Props = { dialog: PaletteDialog; onClose: () => void }

/** What the palette opens over the page one is on. */
export function PaletteDialogs(props: Props) {
  return (
    <Suspense>
      <Chosen {...props} />
    </Suspense>
  )
}

function Chosen({ dialog, onClose }: Props) {
  const { workspace, role } = useCurrentWorkspace()
  const settings = useWorkspace(workspace.id)
  const base = { workspaceId: workspace.id, onClose }
  switch (dialog.kind) {
    case 'entry':
      return <EntryDialog entry={dialog.entry} {...base} />
    case 'project':
      return <ProjectDialog draft={{}} {...base} />
    case 'client':
      return <ClientDialog client={undefined} seesRates={canSeeRates(role)} {...base} />
    case 'task':
      return <TaskDialog task={undefined} {...base} />
    case 'lead':
      return settings && <LeadDialog lead={undefined} workspace={settings} onClose={onClose} />
    case 'deal':
      return settings && <DealDialog deal={undefined} workspace={settings} onClose={onClose} />
    case 'help':
      return <HelpDialog onClose={onClose} />
  }
}
