import { Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SavedReport } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormError } from '../../ui/form-error.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { useSaveReport, useUpdateReport } from './saved-reports.ts'
import { useQuestion } from './use-question.ts'

type Props = { report: SavedReport | undefined; onClose: () => void }

/** A name for the question on the screen, or another one for a saved report. */
export function SaveDialog({ report, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={report ? t('reports.saved.rename') : t('reports.saved.save')} isSmall onClose={onClose}>
      <SaveForm report={report} onDone={onClose} onCancel={onClose} />
    </Dialog>
  )
}

type FormProps = {
  report: SavedReport | undefined
  onDone: (report: SavedReport) => void
  onCancel: () => void
}

export function SaveForm({ report, onDone, onCancel }: FormProps) {
  const { t } = useTranslation()
  const { question, open, workspaceId } = useQuestion()
  const { workspace } = useCurrentWorkspace()
  const save = useSaveReport()
  const update = useUpdateReport()
  const form = useForm({
    initialValues: { name: report?.name ?? '', isShared: report?.is_shared ?? false },
    validate: { name: (name) => (name.trim() ? null : t('reports.saved.nameNeeded')) },
  })

  function submit({ name, isShared }: typeof form.values) {
    if (report) {
      const changes = { name: name.trim(), is_shared: isShared }
      return update.mutate({ id: report.id, changes }, { onSuccess: onDone })
    }
    save.mutate(
      { name: name.trim(), isShared, question, workspaceId },
      {
        onSuccess: (made) => {
          open(question, { savedId: made.id, replace: true })
          onDone(made)
        },
      },
    )
  }

  return (
    <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
      <TextInput
        label={t('reports.saved.name')}
        data-autofocus
        maxLength={255}
        {...form.getInputProps('name')}
      />
      {workspace.kind === 'team' && (
        <Checkbox
          label={t('reports.saved.share')}
          description={t('reports.saved.shareHint')}
          {...form.getInputProps('isShared', { type: 'checkbox' })}
        />
      )}
      <FormError error={save.error} />
      <div className={dialog.actions}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button variant="filled" type="submit" loading={save.isPending || update.isPending}>
          {t('reports.saved.submit')}
        </Button>
      </div>
    </form>
  )
}
