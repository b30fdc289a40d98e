import {
  IconCalendar,
  IconCalendarWeek,
  IconChartBar,
  IconCheckbox,
  IconChecks,
  IconClock,
  IconFolder,
  IconHeartHandshake,
  IconSettings,
  IconTag,
  IconUserSquareRounded,
  IconUsers,
} from '@tabler/icons-react'
import { useApprovalsRoom } from '../features/approvals/approvals.ts'
import { useCurrentWorkspace } from '../features/workspaces/current-workspace.tsx'
import { useModules } from '../features/workspaces/modules.ts'
import { canTrackTime } from '../features/workspaces/permissions.ts'

/** A phone has five tabs, of which the last holds what has none of its own: so many lists have one. */
export function listTabs({ work }: { work: readonly unknown[] }): number {
  return Math.max(0, 4 - work.length)
}

/** The rooms of the house, in the order of the sidebar; only those that exist for this workspace. */
export function useRooms() {
  const { workspace, role } = useCurrentWorkspace()
  const modules = useModules()
  const hasCrm = canTrackTime(role) && (modules.has('leads') || modules.has('deals'))
  const approvals = useApprovalsRoom()
  return {
    work: [
      { to: '/', label: 'nav.timer', icon: IconClock },
      ...(canTrackTime(role)
        ? ([
            { to: '/calendar', label: 'nav.calendar', icon: IconCalendar },
            { to: '/timesheet', label: 'nav.timesheet', icon: IconCalendarWeek },
          ] as const)
        : []),
      { to: '/reports', label: 'nav.reports', icon: IconChartBar },
    ],
    lists: [
      { to: '/projects', label: 'nav.projects', icon: IconFolder },
      ...(modules.has('clients')
        ? ([{ to: '/clients', label: 'nav.clients', icon: IconUserSquareRounded }] as const)
        : []),
      { to: '/tasks', label: 'nav.tasks', icon: IconCheckbox },
      { to: '/tags', label: 'nav.tags', icon: IconTag },
      ...(hasCrm ? ([{ to: '/crm', label: 'crm.title', icon: IconHeartHandshake }] as const) : []),
      ...(approvals.isShown
        ? ([{ to: '/approvals', label: 'nav.approvals', icon: IconChecks, count: approvals.count }] as const)
        : []),
      // A person alone sees nothing of teams.
      ...(workspace.kind === 'team' ? ([{ to: '/team', label: 'nav.team', icon: IconUsers }] as const) : []),
    ],
    own: [{ to: '/settings', label: 'nav.settings', icon: IconSettings }],
  } as const
}
