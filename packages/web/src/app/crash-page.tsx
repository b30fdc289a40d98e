import { Button } from '@mantine/core'
import { useNetwork, useWindowEvent } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../lib/api-error.ts'
import { inBackground } from '../lib/background.ts'
import { errorText } from '../lib/error-text.ts'
import { Wordmark } from '../ui/wordmark.tsx'
import classes from './plain-page.module.css'

/** What stands in for a screen that could not be shown, most often because the server cannot be reached. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  const router = useRouter()
  const { online } = useNetwork()
  const isOffline = isApiError(error) && error.status === 0 && !online

  function tryAgain() {
    reset()
    inBackground(router.invalidate())
  }
  useWindowEvent('online', tryAgain)

  return (
    <main className={classes.page} role="alert">
      {isOffline && <Wordmark />}
      <h1 className={classes.title}>{t(isOffline ? 'installed.offline' : 'errors.couldNotLoad')}</h1>
      <p>{isOffline ? t('installed.offlineHint') : errorText(error)}</p>
      <Button onClick={tryAgain}>{t('common.tryAgain')}</Button>
    </main>
  )
}
