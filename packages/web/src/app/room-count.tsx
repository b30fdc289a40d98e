import { useTranslation } from 'react-i18next'
import classes from './room-count.module.css'

/** How many things in a room wait for somebody. */
export function RoomCount({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <span className={classes.count}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className={classes.hidden}>{t('nav.waiting', { count })}</span>
    </span>
  )
}
