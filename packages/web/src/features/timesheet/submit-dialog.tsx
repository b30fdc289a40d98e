import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { formatDays } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { useSubmitWeek } from './timesheets.ts'

type Props = { from: string; count: number; seconds: number; onClose: () => void }

export function SubmitDialog({ from, count, seconds, onClose }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { workspace } = useCurrentWorkspace()
  const submit = useSubmitWeek(workspace.id)
  const form = useForm({ initialValues: { comment: '' } })
  return (
    <Dialog title={t('timesheet.submit')} onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit(({ comment }) => {
          submit.mutate({ day: from, comment: comment.trim() || null }, { onSuccess: onClose })
        })}
      >
        <p className={dialog.text}>
          {t('timesheet.submitText', {
            count,
            duration: formats.exactDuration(seconds),
            days: formatDays({ from, to: addDays(from, 6) }, formats.locale),
          })}
        </p>
        <Textarea
          label={t('approvals.comment')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('comment')}
        />
        <FormError error={submit.error} />
        <FormActions submit={t('timesheet.submit')} isBusy={submit.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
