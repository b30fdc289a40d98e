import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showLasting } from '../ui/notices.tsx'
import classes from '../ui/notices.module.css'

/** Says that a new version of the app has come, until somebody takes it or waves it away; calls `change` to take it. */
export function tellOfNewVersion(change: () => void): void {
  showLasting((close) => (
    <NewVersion
      onReload={() => {
        close()
        change()
      }}
    />
  ))
}

function NewVersion({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation()
  return (
    <span className={classes.line}>
      <span className={classes.text}>{t('installed.newVersion')}</span>
      <Button size="compact-sm" onClick={onReload}>
        {t('installed.reload')}
      </Button>
    </span>
  )
}
