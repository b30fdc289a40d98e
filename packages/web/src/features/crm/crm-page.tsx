import type { Workspace } from '@sundial/sdk'
import { Link, Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canUseCrm } from './crm-access.ts'
import { ModuleOff } from '../workspaces/module-off.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import classes from './crm-page.module.css'

const tabs = [
  { module: 'leads', to: '/crm/leads' },
  { module: 'deals', to: '/crm/deals' },
] as const
type Tab = (typeof tabs)[number]['module']

type Props = {
  tab: Tab
  actions: ReactNode
  isWide?: boolean
  children: (workspace: Workspace) => ReactNode
}

/** What leads and deals stand in: the way from one to the other, as far as the workspace uses them. */
export function CrmPage({ tab, actions, isWide, children }: Props) {
  const { t } = useTranslation()
  const workspace = useWorkspace(useCurrentWorkspace().workspace.id)
  if (!workspace) {
    return (
      <Page title={t('crm.title')}>
        <RowsSkeleton />
      </Page>
    )
  }
  const open = tabs.filter(({ module }) => canUseCrm(workspace, module))
  const [first] = open
  if (!first) return <NoCrm workspace={workspace} />
  if (!open.some(({ module }) => module === tab)) return <Navigate to={first.to} replace />
  return (
    <Page title={t('crm.title')} actions={actions} isWide={isWide}>
      {open.length > 1 && (
        <nav className={classes.tabs} aria-label={t('crm.tabs')}>
          {open.map(({ module, to }) => (
            <Link key={to} to={to} className={classes.tab} activeOptions={{ includeSearch: false }}>
              {t(`crm.${module}.title`)}
            </Link>
          ))}
        </nav>
      )}
      {/* What is typed and chosen belongs to the workspace it was meant for. */}
      <div key={workspace.id}>{children(workspace)}</div>
    </Page>
  )
}

/** For whoever comes by an old address. */
function NoCrm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  if (canTrackTime(workspace.role)) return <ModuleOff title={t('crm.title')} />
  return (
    <Page title={t('crm.title')}>
      <EmptyState title={t('crm.notForViewers')} text={t('crm.notForViewersHint')} />
    </Page>
  )
}
