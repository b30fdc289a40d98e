import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { KeyLimitFields, KeyNameField } from '../settings/key-fields.tsx'
import { toNewToken, useKeyForm } from '../settings/key-form.ts'
import { MadeKeyDialog } from '../settings/made-key-dialog.tsx'
import { useCreateTokenFor, usersQuery } from './admin-tokens.ts'

/** A key for anybody, with all that can be set of one. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { data: users, error } = useQuery(usersQuery)
  const create = useCreateTokenFor()
  const form = useKeyForm()
  const owned = useForm({
    initialValues: { owner: null as string | null, description: '', addresses: '' },
    validate: { owner: (owner) => (owner ? null : t('admin.ownerNeeded')) },
  })
  const made = create.data
  if (made) {
    return (
      <MadeKeyDialog
        title={t('admin.created', { owner: made.user_name ?? made.user_email })}
        name={made.name}
        secret={made.token}
        onClose={onClose}
      />
    )
  }

  function submit(event: SyntheticEvent<HTMLFormElement>) {
    const { owner, description, addresses } = owned.values
    // Both say what is wrong in them, even where the first already stops it.
    const errors = { ...form.validate().errors, ...owned.validate().errors }
    focusFirstWrong(errors, undefined, event)
    if (Object.keys(errors).length > 0 || owner === null) return
    create.mutate({
      ...toNewToken(form.values),
      user_id: Number(owner),
      description: description.trim() || null,
      allowed_ips: toAddresses(addresses),
    })
  }

  return (
    <Dialog title={t('admin.createToken')} onClose={onClose}>
      <form
        className={dialog.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit(event)
        }}
      >
        <KeyNameField form={form} />
        <Select
          label={t('admin.owner')}
          placeholder={t('admin.chooseOwner')}
          data={users
            ?.filter((user) => user.is_active)
            .map(({ id, name, email }) => ({
              value: String(id),
              label: name ? `${name} · ${email}` : email,
            }))}
          searchable
          nothingFoundMessage={t('admin.noOwner')}
          {...owned.getInputProps('owner')}
        />
        <FormError error={error} />
        <TextInput
          label={t('admin.description')}
          placeholder={t('admin.descriptionExample')}
          maxLength={1000}
          {...owned.getInputProps('description')}
        />
        <KeyLimitFields form={form} everyWorkspace={t('admin.everyWorkspace')} />
        <Textarea
          label={t('admin.addresses')}
          description={t('admin.addressesHint')}
          placeholder={'203.0.113.7\n198.51.100.0/24'}
          autosize
          minRows={2}
          maxRows={6}
          {...owned.getInputProps('addresses')}
        />
        <FormError error={create.error} />
        <FormActions submit={t('admin.createToken')} isBusy={create.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** One to a line; commas serve as well. */
function toAddresses(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((address) => address.trim())
    .filter(Boolean)
}
