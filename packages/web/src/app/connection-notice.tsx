import { useDebouncedValue, useNetwork } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import classes from './connection-notice.module.css'
import { useLiveUpdates } from './live-updates.ts'

/** Says when the screen may be behind; a hiccup of a few seconds is not worth a word. */
export function ConnectionNotice() {
  const { t } = useTranslation()
  const { isConnected } = useLiveUpdates()
  const { online } = useNetwork()
  const [wasConnected] = useDebouncedValue(isConnected, 3000)
  if (online && (isConnected || wasConnected)) return null
  return (
    <div className={classes.notice} role="status">
      {t(online ? 'errors.reconnecting' : 'installed.offlineNotice')}
    </div>
  )
}
