import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Deal } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'

type Props = { deal: Deal; onLose: (reason: string | null) => void; onClose: () => void }

/** Asks why, while it is still known. */
export function LostDialog({ deal, onLose, onClose }: Props) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { reason: deal.loss_reason ?? '' } })
  return (
    <Dialog title={t('crm.deals.lostTitle', deal)} isSmall onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit(({ reason }) => {
          onLose(reason.trim() || null)
        })}
      >
        <Textarea
          label={t('crm.deals.lossReason')}
          placeholder={t('crm.deals.lossExample')}
          autosize
          minRows={2}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <FormActions submit={t('crm.deals.lose')} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
