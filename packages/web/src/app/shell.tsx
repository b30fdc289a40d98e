import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../features/session/session.ts'
import { TimerAnnouncer } from '../features/timer/timer-announcer.tsx'
import { TimerBar } from '../features/timer/timer-bar.tsx'
import { TabClock } from '../features/timer/tab-clock.tsx'
import { CurrentWorkspaceProvider } from '../features/workspaces/current-workspace.tsx'
import { SampleNotice } from '../features/workspaces/sample-notice.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { Density } from './density.tsx'
import { PhoneTabs } from './phone-tabs.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import classes from './shell.module.css'

/** The frame around every screen behind the sign-in. On a phone the timer bar and the tabs move under the thumb. */
export function Shell() {
  const { t } = useTranslation()
  const { data: me } = useQuery(sessionQuery)
  if (!me) return <Navigate to="/sign-in" search={{ to: undefined }} />
  return (
    <CurrentWorkspaceProvider>
      <a href="#content" className={classes.skip}>
        {t('nav.skipToContent')}
      </a>
      <div className={classes.shell}>
        <Sidebar />
        <div className={classes.column}>
          <div className={classes.bar}>
            <TimerBar />
          </div>
          <SampleNotice />
          <main id="content" className={classes.content} tabIndex={-1}>
            <Outlet />
          </main>
          <PhoneTabs />
        </div>
      </div>
      <Density />
      <TimerAnnouncer />
      <TabClock />
      <Shortcuts />
      <ConnectionNotice />
    </CurrentWorkspaceProvider>
  )
}
