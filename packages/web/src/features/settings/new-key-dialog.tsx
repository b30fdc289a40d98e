import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { FormError } from '../../ui/form-error.tsx'
import { useMe } from '../session/session.ts'
import { workspaceName } from '../workspaces/workspace-name.ts'
import classes from './api-keys-page.module.css'
import { scopePresets, scopeThings, type ScopePreset } from './scopes.ts'
import { useCreateToken } from './tokens.ts'

const lifetimes = { month: 30, quarter: 90, year: 365, never: null } as const
const lifetimeNames = ['month', 'quarter', 'year', 'never'] as const
const everywhere = 'all'

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const create = useCreateToken()
  const form = useForm({
    initialValues: {
      name: '',
      preset: 'timer' as ScopePreset,
      scopes: [...scopePresets.timer] as string[],
      workspace: everywhere,
      lifetime: 'quarter' as keyof typeof lifetimes,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('keys.nameNeeded')),
      scopes: (scopes, { preset }) =>
        preset === 'custom' && scopes.length === 0 ? t('keys.scopesNeeded') : null,
    },
  })

  function submit({ name, preset, scopes, workspace, lifetime }: typeof form.values) {
    const days = lifetimes[lifetime]
    create.mutate({
      name: name.trim(),
      scopes: preset === 'custom' ? scopes : [...scopePresets[preset]],
      workspace_id: workspace === everywhere ? null : Number(workspace),
      expires_at: days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString(),
    })
  }

  if (create.data) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('keys.created')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p className={dialog.text}>{t('keys.once')}</p>
        <CopyField label={create.data.name} value={create.data.token} />
        <div className={dialog.actions}>
          <Button onClick={onClose}>{t('common.done')}</Button>
        </div>
      </Modal>
    )
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.create')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={dialog.form} onSubmit={form.onSubmit(submit)} noValidate>
        <TextInput
          label={t('keys.name')}
          placeholder={t('keys.nameExample')}
          data-autofocus
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('keys.scopes')}
          allowDeselect={false}
          data={(['timer', 'read', 'all', 'custom'] as const).map((preset) => ({
            value: preset,
            label: t(`keys.preset.${preset}`),
          }))}
          {...form.getInputProps('preset')}
        />
        {form.values.preset === 'custom' && (
          <ScopeChecks
            value={form.values.scopes}
            error={form.errors['scopes']}
            onChange={(scopes) => {
              form.setFieldValue('scopes', scopes)
            }}
          />
        )}
        {me.memberships.length > 1 && (
          <Select
            label={t('keys.workspace')}
            allowDeselect={false}
            data={[
              { value: everywhere, label: t('keys.everyWorkspace') },
              ...me.memberships.map(({ workspace }) => ({
                value: String(workspace.id),
                label: workspaceName(workspace, t),
              })),
            ]}
            {...form.getInputProps('workspace')}
          />
        )}
        <Select
          label={t('keys.expiry')}
          allowDeselect={false}
          data={lifetimeNames.map((name) => ({ value: name, label: t(`keys.lifetime.${name}`) }))}
          {...form.getInputProps('lifetime')}
        />
        <FormError error={create.error} />
        <div className={dialog.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" type="submit" loading={create.isPending}>
            {t('keys.create')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

type ScopeChecksProps = { value: string[]; onChange: (scopes: string[]) => void; error: React.ReactNode }

function ScopeChecks({ value, onChange, error }: ScopeChecksProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group value={value} onChange={onChange} error={error} label={t('keys.scopeList')}>
      <div className={classes.scopes}>
        {scopeThings.map((thing) => (
          <Fragment key={thing}>
            <span>{t(`keys.thing.${thing}`)}</span>
            <Checkbox
              value={`read:${thing}`}
              label={t('keys.read')}
              aria-label={t('keys.readThing', { thing: t(`keys.thing.${thing}`) })}
            />
            <Checkbox
              value={`write:${thing}`}
              label={t('keys.write')}
              aria-label={t('keys.writeThing', { thing: t(`keys.thing.${thing}`) })}
            />
          </Fragment>
        ))}
      </div>
    </Checkbox.Group>
  )
}
