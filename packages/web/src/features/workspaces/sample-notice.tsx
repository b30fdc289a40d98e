import { useTranslation } from 'react-i18next'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from './current-workspace.tsx'
import { RemoveSampleButton } from './remove-sample-button.tsx'
import classes from './sample-notice.module.css'

/** Says of the sample workspace that nothing in it is real, on every screen that shows it. */
export function SampleNotice() {
  const { t } = useTranslation()
  const { sample_workspace_id } = useMe()
  const { workspace } = useCurrentWorkspace()
  if (workspace.id !== sample_workspace_id) return null
  return (
    <aside className={classes.notice} aria-label={t('sample.title')}>
      <span>{t('sample.notice')}</span>
      <RemoveSampleButton size="compact-sm" />
    </aside>
  )
}
