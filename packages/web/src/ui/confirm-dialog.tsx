import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'
import { Dialog } from './dialog.tsx'

type Props = {
  title: string
  text: string
  confirmLabel: string
  isBusy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Only for what cannot be undone; everything else happens at once and offers an undo. */
export function ConfirmDialog({ title, text, confirmLabel, isBusy, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} isSmall onClose={onClose}>
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="filled" color="danger" loading={isBusy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  )
}
