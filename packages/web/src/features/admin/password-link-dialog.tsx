import { Button } from '@mantine/core'
import type { Link } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../session/formats.ts'

type Props = { title: string; link: Link; onClose: () => void }

/** A link to hand over, by which somebody sets their password; it is shown this once. */
export function PasswordLinkDialog({ title, link, onClose }: Props) {
  const { t } = useTranslation()
  const { date, time } = useFormats()
  const until = Date.parse(link.expires_at)
  return (
    <Dialog title={title} isSmall isHeld onClose={onClose}>
      <p className={dialog.text}>
        {t('installation.linkText', { date: date(link.expires_at), time: time(until) })}
      </p>
      <CopyField label={t('installation.link')} value={link.url} />
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.done')}</Button>
      </div>
    </Dialog>
  )
}
