import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { useCurrentInSight } from './current-in-sight.ts'
import { useSettingsSections } from './sections.ts'
import classes from './settings-layout.module.css'

export function SettingsLayout() {
  const { t } = useTranslation()
  const sections = useSettingsSections()
  const nav = useCurrentInSight()
  return (
    <Page title={t('nav.settings')}>
      <div className={classes.layout}>
        <nav ref={nav} className={classes.nav} aria-label={t('settings.sections')}>
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
