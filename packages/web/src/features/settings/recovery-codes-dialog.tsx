import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'

/** The codes for the day the phone is gone, shown this once. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const text = codes.join('\n')
  const file = useMemo(() => `data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`, [text])
  return (
    <Dialog title={t('secondFactor.codesTitle')} isSmall isHeld onClose={onClose}>
      <p className={dialog.text}>{t('secondFactor.codesText')}</p>
      <CopyField label={t('secondFactor.codesTitle')} value={text} />
      <div className={dialog.actions}>
        <Button component="a" href={file} download={t('secondFactor.fileName')}>
          {t('secondFactor.download')}
        </Button>
        <Button variant="filled" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </Dialog>
  )
}
