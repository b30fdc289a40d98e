import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../lib/background.ts'
import { errorText } from '../lib/error-text.ts'
import classes from './plain-page.module.css'

/** What stands in for a screen that could not be shown, most often because the server cannot be reached. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <main className={classes.page} role="alert">
      <h1 className={classes.title}>{t('errors.couldNotLoad')}</h1>
      <p>{errorText(error)}</p>
      <Button
        onClick={() => {
          reset()
          inBackground(router.invalidate())
        }}
      >
        {t('common.tryAgain')}
      </Button>
    </main>
  )
}
