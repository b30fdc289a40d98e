import { useForm } from '@mantine/form'
import type { OwnedToken } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useWholeNumberError } from '../../ui/use-whole-number-error.ts'
import { WholeNumberInput } from '../../ui/whole-number-input.tsx'
import { useRaiseLimit } from './admin-tokens.ts'

const limits = { least: 1, most: 1000 }

/** How many times the usual number of requests a key may make. */
export function LimitDialog({ token, onClose }: { token: OwnedToken; onClose: () => void }) {
  const { t } = useTranslation()
  const raise = useRaiseLimit()
  const wholeNumberError = useWholeNumberError()
  const form = useForm({
    initialValues: { factor: String(token.limit_factor) },
    validate: {
      factor: (factor) => wholeNumberError(factor, limits),
    },
  })
  return (
    <Dialog title={t('admin.limitTitle', token)} isSmall onClose={onClose}>
      <form
        className={dialog.form}
        noValidate
        onSubmit={form.onSubmit(({ factor }) => {
          raise.mutate({ id: token.id, factor: Number(factor) }, { onSuccess: onClose })
        }, focusFirstWrong)}
      >
        <WholeNumberInput
          label={t('admin.limit')}
          description={t('admin.limitHint')}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          data-autofocus
          rightSection="×"
          {...form.getInputProps('factor')}
        />
        <FormError error={raise.error} />
        <FormActions submit={t('admin.saveLimit')} isBusy={raise.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
