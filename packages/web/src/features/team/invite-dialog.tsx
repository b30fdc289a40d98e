import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { invitableRoles } from './roles.ts'
import { useInvite, type InvitableRole } from './team.ts'

type Props = { workspaceId: number; onClose: () => void }

export function InviteDialog({ workspaceId, onClose }: Props) {
  const { t } = useTranslation()
  const invite = useInvite(workspaceId)
  const form = useForm<{ email: string; role: InvitableRole }>({
    initialValues: { email: '', role: 'member' },
  })
  const invited = invite.data
  return (
    <Dialog title={t('team.invite')} isSmall onClose={onClose}>
      {invited ? (
        <div className={dialog.form}>
          {invited.url ? (
            <CopyField label={t('team.link', { email: invited.email })} value={invited.url} />
          ) : (
            <p className={dialog.text}>{t('team.mailed', { email: invited.email })}</p>
          )}
          <div className={dialog.actions}>
            <Button onClick={onClose}>{t('common.done')}</Button>
          </div>
        </div>
      ) : (
        <form
          className={dialog.form}
          onSubmit={form.onSubmit((values) => {
            invite.mutate(values)
          })}
        >
          <TextInput
            label={t('session.email')}
            type="email"
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps('email')}
          />
          <Select
            label={t('team.role')}
            description={t(`roles.hint.${form.values.role}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={invitableRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
            {...form.getInputProps('role')}
          />
          <FormError error={invite.error} />
          <FormActions submit={t('team.send')} isBusy={invite.isPending} onCancel={onClose} />
        </form>
      )}
    </Dialog>
  )
}
