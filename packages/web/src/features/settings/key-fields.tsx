import { Checkbox, Select, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/session.ts'
import { workspaceName } from '../workspaces/workspace-name.ts'
import { everywhere, lifetimeNames, type KeyForm } from './key-form.ts'
import classes from './key-fields.module.css'
import { scopeThings } from './scopes.ts'

/** What a key is called. */
export function KeyNameField({ form }: { form: KeyForm }) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('keys.name')}
      placeholder={t('keys.nameExample')}
      data-autofocus
      maxLength={255}
      {...form.getInputProps('name')}
    />
  )
}

/** What it may, where, and how long. */
export function KeyLimitFields({ form, everyWorkspace }: { form: KeyForm; everyWorkspace: string }) {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <>
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
            { value: everywhere, label: everyWorkspace },
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
    </>
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
