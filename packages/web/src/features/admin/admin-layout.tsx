import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useMe } from '../session/session.ts'
import { useCurrentInSight } from '../settings/current-in-sight.ts'
import settings from '../settings/settings-layout.module.css'
import classes from './admin-layout.module.css'
import { installationSections, securitySections } from './sections.ts'

/** What only the administrators of the installation see. */
export function AdminLayout() {
  const { t } = useTranslation()
  const { is_admin } = useMe()
  const nav = useCurrentInSight()
  if (!is_admin) {
    return (
      <Page title={t('admin.title')}>
        <EmptyState title={t('admin.notYours')} text={t('admin.notYoursHint')} />
      </Page>
    )
  }
  return (
    <Page title={t('admin.title')}>
      <div className={settings.layout}>
        <nav ref={nav} className={settings.nav} aria-label={t('admin.title')}>
          <h2 className={classes.head}>{t('admin.security')}</h2>
          {securitySections.map(({ to, label }) => (
            <Link key={to} to={to} className={settings.link}>
              {t(label)}
            </Link>
          ))}
          <h2 className={classes.head}>{t('installation.section')}</h2>
          {installationSections.map(({ to, label }) => (
            <Link key={to} to={to} className={settings.link}>
              {t(label)}
            </Link>
          ))}
        </nav>
        <div className={classes.body}>
          <Outlet />
        </div>
      </div>
    </Page>
  )
}
