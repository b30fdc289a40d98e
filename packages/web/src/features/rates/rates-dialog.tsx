import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import type { RatePlace } from './rate-levels.ts'
import { RatesOfPlace } from './rates-of-place.tsx'
import classes from './rates.module.css'

type Props = {
  /** Whose rates, or of what. */
  name: string
  place: RatePlace
  workspaceId: number
  currency: string
  onClose: () => void
}

export function RatesDialog({ name, place, workspaceId, currency, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('rates.dialogTitle', { name })} size="lg" onClose={onClose}>
      <p className={classes.hint}>{t(`rates.hint.${place.level}`)}</p>
      <RatesOfPlace place={place} workspaceId={workspaceId} currency={currency} />
    </Dialog>
  )
}
