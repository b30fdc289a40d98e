import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from '../lib/error-text.ts'
import classes from './states.module.css'

export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{t('errors.couldNotLoad')}</p>
      <p className={classes.text}>{errorText(error)}</p>
      <Button onClick={onRetry}>{t('common.tryAgain')}</Button>
    </div>
  )
}
