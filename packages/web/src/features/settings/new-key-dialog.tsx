import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { KeyLimitFields, KeyNameField } from './key-fields.tsx'
import { toNewToken, useKeyForm } from './key-form.ts'
import { MadeKeyDialog } from './made-key-dialog.tsx'
import { useCreateToken } from './tokens.ts'

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const create = useCreateToken()
  const form = useKeyForm()
  const made = create.data
  if (made) {
    return <MadeKeyDialog title={t('keys.created')} name={made.name} secret={made.token} onClose={onClose} />
  }
  return (
    <Dialog title={t('keys.create')} isSmall onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit((values) => {
          create.mutate(toNewToken(values))
        }, focusFirstWrong)}
        noValidate
      >
        <KeyNameField form={form} />
        <KeyLimitFields form={form} everyWorkspace={t('keys.everyWorkspace')} />
        <FormError error={create.error} />
        <FormActions submit={t('keys.create')} isBusy={create.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
