import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { phone } from '../../ui/media.ts'
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
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rates.dialogTitle', { name })}
      size="lg"
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.hint}>{t(`rates.hint.${place.level}`)}</p>
      <RatesOfPlace place={place} workspaceId={workspaceId} currency={currency} />
    </Modal>
  )
}
