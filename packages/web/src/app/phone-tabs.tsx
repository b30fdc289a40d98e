import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { listTabs, useRooms } from './rooms.ts'
import classes from './phone-tabs.module.css'

export function PhoneTabs() {
  const { t } = useTranslation()
  const rooms = useRooms()
  const tabs = [
    ...rooms.work,
    ...rooms.lists.slice(0, listTabs(rooms)),
    { to: '/more', label: 'nav.more', icon: IconDots } as const,
  ]
  return (
    <nav className={classes.tabs} aria-label={t('nav.rooms')}>
      {tabs.map(({ to, label, icon }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === '/' }}>
          <Icon of={icon} size={22} />
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
