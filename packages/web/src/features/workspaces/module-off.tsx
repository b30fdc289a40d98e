import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useCurrentWorkspace } from './current-workspace.tsx'
import { canManageWorkspace } from './permissions.ts'

/** The page of a module that is switched off, for whoever comes by an old address. */
export function ModuleOff({ title }: { title: string }) {
  const { t } = useTranslation()
  return (
    <Page title={title}>
      <EmptyState title={t('modules.isOff')} text={t('modules.isOffHint')} action={<ToModules />} />
    </Page>
  )
}

/** To where modules are switched on, for those who may. */
export function ToModules() {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  if (!canManageWorkspace(role)) return null
  return (
    <Button component={Link} to="/settings/workspace">
      {t('modules.toSettings')}
    </Button>
  )
}
