import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'

type Props = { title: string; text?: string; name: string; secret: string; onClose: () => void }

/** A new key, shown this once. */
export function MadeKeyDialog({ title, text, name, secret, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} isSmall isHeld onClose={onClose}>
      {text && <p className={dialog.text}>{text}</p>}
      <p className={dialog.text}>{t('keys.once')}</p>
      <CopyField label={name} value={secret} />
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.done')}</Button>
      </div>
    </Dialog>
  )
}
