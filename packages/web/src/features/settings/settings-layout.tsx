import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import classes from './settings-layout.module.css'

const sections = [
  { to: '/settings/profile', label: 'settings.profile' },
  { to: '/settings/password', label: 'settings.password' },
  { to: '/settings/api-keys', label: 'settings.apiKeys' },
  { to: '/settings/connect', label: 'settings.connect' },
  { to: '/settings/webhooks', label: 'settings.webhooks' },
  { to: '/settings/workspace', label: 'settings.workspace' },
] as const

export function SettingsLayout() {
  const { t } = useTranslation()
  return (
    <Page title={t('nav.settings')}>
      <div className={classes.layout}>
        <nav className={classes.nav} aria-label={t('settings.sections')}>
          {sections.map(({ to, label }) => (
            <Link key={to} to={to} className={classes.link}>
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
