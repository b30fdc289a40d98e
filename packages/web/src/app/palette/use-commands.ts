import {
  IconArrowsExchange,
  IconBriefcase,
  IconCheckbox,
  IconClockPlus,
  IconFolderPlus,
  IconKeyboard,
  IconLogout,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconSettings,
  IconShieldLock,
  IconTargetArrow,
  IconUserPlus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { canUseCrm } from '../../features/crm/crm-access.ts'
import { useMe, useSignOut } from '../../features/session/session.ts'
import { useSettingsSections } from '../../features/settings/sections.ts'
import {
  usePauseTimer,
  useResumeTimer,
  useStartTimer,
  useStopTimer,
} from '../../features/timer/timer-changes.ts'
import { useRunningTimer } from '../../features/timer/timer.ts'
import { useCurrentWorkspace } from '../../features/workspaces/current-workspace.tsx'
import { useModules } from '../../features/workspaces/modules.ts'
import { canCreateProjects, canTrackTime } from '../../features/workspaces/permissions.ts'
import { workspaceName } from '../../features/workspaces/workspace-name.ts'
import { useWorkspace } from '../../features/workspaces/workspaces.ts'
import { adminSections } from '../../features/admin/sections.ts'
import { useRooms } from '../rooms.ts'
import type { PaletteItem } from './item.ts'
import { wordsFor } from './words-for.ts'
import type { PaletteDialog } from './palette-dialogs.tsx'
import { useOpen } from './use-open.ts'

type Show = (dialog: PaletteDialog) => void

/** All that can be done without looking for anything; only what this person may. */
export function useCommands(show: Show): PaletteItem[] {
  const places = usePlaces()
  const timer = useTimerCommands()
  const making = useMakingCommands(show)
  const account = useAccountCommands(show)
  return [...places, ...timer, ...making, ...account]
}

function usePlaces(): PaletteItem[] {
  const { t } = useTranslation()
  const me = useMe()
  const open = useOpen()
  const { work, lists, own } = useRooms()
  const sections = useSettingsSections()
  const rooms = [...work, ...lists, ...own].map(({ to, label, icon }): PaletteItem => ({
    id: `room ${to}`,
    group: 'rooms',
    label: t(label),
    words: wordsFor(to, t),
    icon,
    leaves: true,
    run: () => {
      open(to)
    },
  }))
  const pages = [
    ...sections.map((section) => ({ ...section, icon: IconSettings })),
    ...(me.is_admin ? adminSections.map((section) => ({ ...section, icon: IconShieldLock })) : []),
  ].map(({ to, label, icon }): PaletteItem => ({
    id: `page ${to}`,
    group: 'settings',
    label: t(to.startsWith('/admin') ? 'palette.adminPage' : 'palette.settingsPage', { page: t(label) }),
    words: wordsFor(to, t),
    icon,
    leaves: true,
    run: () => {
      open(to)
    },
  }))
  return [...rooms, ...pages]
}

function useTimerCommands(): PaletteItem[] {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const running = useRunningTimer()
  const start = useStartTimer()
  const stop = useStopTimer()
  const pause = usePauseTimer()
  const resume = useResumeTimer()
  const base = { group: 'actions', leaves: false } as const
  if (running) {
    const isPaused = running.entry.paused_at !== null
    return [
      {
        ...base,
        id: 'stop',
        label: t('timer.stop'),
        icon: IconPlayerStop,
        run: () => {
          stop.mutate()
        },
      },
      {
        ...base,
        id: isPaused ? 'resume' : 'pause',
        label: t(isPaused ? 'timer.resume' : 'timer.pause'),
        icon: isPaused ? IconPlayerPlay : IconPlayerPause,
        run: () => {
          if (isPaused) resume.mutate()
          else pause.mutate()
        },
      },
    ]
  }
  if (!canTrackTime(role)) return []
  return [
    {
      ...base,
      id: 'start',
      label: t('timer.start'),
      icon: IconPlayerPlay,
      run: () => {
        start.mutate({ workspace_id: workspace.id })
      },
    },
  ]
}

function useMakingCommands(show: Show): PaletteItem[] {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const modules = useModules()
  const settings = useWorkspace(workspace.id)
  const onlyAdmins = settings?.only_admins_create_projects ?? false
  const make = (dialog: PaletteDialog, label: string, icon: PaletteItem['icon']): PaletteItem => ({
    id: `make ${dialog.kind}`,
    group: 'actions',
    label,
    icon,
    leaves: true,
    run: () => {
      show(dialog)
    },
  })
  return [
    ...(canTrackTime(role) ? [make({ kind: 'entry' }, t('timer.addTime'), IconClockPlus)] : []),
    ...(canCreateProjects(role, onlyAdmins)
      ? [make({ kind: 'project' }, t('projects.new'), IconFolderPlus)]
      : []),
    ...(modules.has('clients') && canCreateProjects(role, false)
      ? [make({ kind: 'client' }, t('clients.new'), IconUserPlus)]
      : []),
    ...(canTrackTime(role) ? [make({ kind: 'task' }, t('tasks.new'), IconCheckbox)] : []),
    ...(settings && canUseCrm(settings, 'leads')
      ? [make({ kind: 'lead' }, t('crm.leads.new'), IconTargetArrow)]
      : []),
    ...(settings && canUseCrm(settings, 'deals')
      ? [make({ kind: 'deal' }, t('crm.deals.new'), IconBriefcase)]
      : []),
  ]
}

function useAccountCommands(show: Show): PaletteItem[] {
  const { t } = useTranslation()
  const me = useMe()
  const { workspace: current, choose } = useCurrentWorkspace()
  const signOut = useSignOut()
  const base = { group: 'actions', leaves: false } as const
  const others = me.memberships.filter(({ workspace }) => workspace.id !== current.id)
  return [
    ...others.map(({ workspace }) => ({
      ...base,
      id: `workspace ${workspace.id}`,
      label: t('palette.switchTo', { workspace: workspaceName(workspace, t) }),
      icon: IconArrowsExchange,
      run: () => {
        choose(workspace.id)
      },
    })),
    {
      ...base,
      id: 'help',
      label: t('help.showHelp'),
      icon: IconKeyboard,
      leaves: true,
      run: () => {
        show({ kind: 'help' })
      },
    },
    {
      // Last of all: nobody signs out by an Enter too early.
      group: 'account',
      id: 'sign-out',
      label: t('session.signOut'),
      icon: IconLogout,
      leaves: true,
      run: () => {
        signOut.mutate()
      },
    },
  ]
}
