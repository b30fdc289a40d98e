import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'

type Props = {
  title: string
  isBusy: boolean
  error: unknown
  onReject: (reason: string) => void
  onClose: () => void
}

/** Whoever tracked the time reads why it comes back. */
export function RejectDialog({ title, isBusy, error, onReject, onClose }: Props) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('approvals.reasonNeeded')) },
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit(({ reason }) => {
          onReject(reason.trim())
        }, focusFirstWrong)}
      >
        <Textarea
          label={t('approvals.reason')}
          description={t('approvals.reasonHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <FormError error={error} />
        <FormActions submit={t('approvals.reject')} isBusy={isBusy} color="danger" onCancel={onClose} />
      </form>
    </Dialog>
  )
}
