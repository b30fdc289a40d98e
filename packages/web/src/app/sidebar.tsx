import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { Wordmark } from '../ui/wordmark.tsx'
import { RoomCount } from './room-count.tsx'
import { useRooms } from './rooms.ts'
import { SearchButton } from './search-button.tsx'
import { WorkspaceMenu } from './workspace-menu.tsx'
import classes from './sidebar.module.css'

type Room = ReturnType<typeof useRooms>[keyof ReturnType<typeof useRooms>][number]

export function Sidebar() {
  const { t } = useTranslation()
  const rooms = useRooms()
  return (
    <nav className={classes.sidebar} aria-label={t('nav.rooms')}>
      <Link to="/" className={classes.home} aria-label={t('nav.home')}>
        <Wordmark />
      </Link>
      <SearchButton />
      <RoomList rooms={rooms.work} />
      <hr className={classes.rule} />
      <RoomList rooms={rooms.lists} />
      <hr className={classes.rule} />
      <RoomList rooms={rooms.own} />
      <div className={classes.foot}>
        <WorkspaceMenu />
      </div>
    </nav>
  )
}

function RoomList({ rooms }: { rooms: readonly Room[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.list}>
      {rooms.map(({ to, label, icon, ...rest }) => (
        <li key={to}>
          <Link to={to} className={classes.room} activeOptions={{ exact: to === '/' }}>
            <Icon of={icon} />
            {t(label)}
            {'count' in rest && rest.count !== undefined && <RoomCount count={rest.count} />}
          </Link>
        </li>
      ))}
    </ul>
  )
}
