import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { RoomCount } from './room-count.tsx'
import { listTabs, useRooms } from './rooms.ts'
import { SearchButton } from './search-button.tsx'
import { WorkspaceMenu } from './workspace-menu.tsx'
import classes from './more-page.module.css'

/** The phone's way to the rooms that have no tab. */
export function MorePage() {
  const { t } = useTranslation()
  const rooms = useRooms()
  return (
    <Page title={t('nav.more')}>
      <SearchButton />
      <ul className={classes.list}>
        {[...rooms.lists.slice(listTabs(rooms)), ...rooms.own].map(({ to, label, icon, ...rest }) => (
          <li key={to}>
            <Link to={to} className={classes.room}>
              <Icon of={icon} />
              {t(label)}
              {'count' in rest && <RoomCount count={rest.count} />}
            </Link>
          </li>
        ))}
      </ul>
      <WorkspaceMenu />
    </Page>
  )
}
