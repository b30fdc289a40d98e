import { Link, Outlet, useMatchRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ReaderProvider } from './reader.tsx'
import { SavedMenu } from './saved-menu.tsx'
import { useOpenReport } from './saved-reports.ts'
import { ShareButton } from './share-dialog.tsx'
import classes from './reports-layout.module.css'

const tabs = [
  { to: '/reports', label: 'reports.summary' },
  { to: '/reports/detailed', label: 'reports.detailed' },
  { to: '/reports/weekly', label: 'reports.weekly' },
] as const

/** One question, looked at in three ways. */
export function ReportsLayout() {
  const { t } = useTranslation()
  const { week_start } = useMe()
  const { duration, locale } = useFormats()
  const reader = useMemo(() => ({ locale, duration, weekStart: week_start }), [locale, duration, week_start])
  const isWeekly = Boolean(useMatchRoute()({ to: '/reports/weekly' }))
  const saved = useOpenReport()
  return (
    <ReaderProvider reader={reader}>
      <div className={classes.wide}>
        <Page
          title={saved?.name ?? t('nav.reports')}
          actions={
            <>
              <SavedMenu />
              <ShareButton />
              <ExportMenu />
            </>
          }
        >
          <nav className={classes.tabs} aria-label={t('reports.views')}>
            {tabs.map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                // The question stays as it is.
                search
                activeOptions={{ exact: true, includeSearch: false }}
                className={classes.tab}
              >
                {t(label)}
              </Link>
            ))}
          </nav>
          <FilterBar isWeekly={isWeekly} />
          <Outlet />
        </Page>
      </div>
    </ReaderProvider>
  )
}
