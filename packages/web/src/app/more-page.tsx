import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { listTabs, useRooms } from './rooms.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'
import classes from './more-page.module.css'

/** The phone's way to the rooms that have no tab. */
export function MorePage() {
  const { t } = useTranslation()
  const rooms = useRooms()
  return (
    <Page title={t('nav.more')}>
      <ul className={classes.list}>
        {[...rooms.lists.slice(listTabs), ...rooms.own].map(({ to, label, icon }) => (
          <li key={to}>
            <Link to={to} className={classes.room}>
              <Icon of={icon} />
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
      <WorkspaceMenu />
    </Page>
  )
}
