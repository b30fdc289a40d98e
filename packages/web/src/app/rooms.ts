import {
  IconChartBar,
  IconClock,
  IconFolder,
  IconSettings,
  IconTag,
  IconUserSquareRounded,
  IconUsers,
} from '@tabler/icons-react'
import { useCurrentWorkspace } from '../features/workspaces/current-workspace.tsx'

/** How many of the lists have a tab of their own on a phone; the others stand behind the last tab. */
export const listTabs = 2

/** The rooms of the house, in the order of the sidebar; only those that exist for this workspace. */
export function useRooms() {
  const { workspace } = useCurrentWorkspace()
  return {
    work: [
      { to: '/', label: 'nav.timer', icon: IconClock },
      { to: '/reports', label: 'nav.reports', icon: IconChartBar },
    ],
    lists: [
      { to: '/projects', label: 'nav.projects', icon: IconFolder },
      { to: '/clients', label: 'nav.clients', icon: IconUserSquareRounded },
      { to: '/tags', label: 'nav.tags', icon: IconTag },
      // A person alone sees nothing of teams.
      ...(workspace.kind === 'team' ? ([{ to: '/team', label: 'nav.team', icon: IconUsers }] as const) : []),
    ],
    own: [{ to: '/settings', label: 'nav.settings', icon: IconSettings }],
  } as const
}
