import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'

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
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="filled" color="danger" loading={isBusy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}
