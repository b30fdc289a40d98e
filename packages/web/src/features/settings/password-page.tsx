import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { FormError } from '../../ui/form-error.tsx'
import { InTurn } from '../../ui/in-turn.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { NewPasswordInput } from '../session/account-fields.tsx'
import { useMe } from '../session/session.ts'
import { PasskeysSection } from './passkeys-section.tsx'
import { PresentPasswordInput } from './present-password-input.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { SettingsSection } from './settings-section.tsx'
import { SingleSignOnSection } from './single-sign-on-section.tsx'
import classes from './settings-section.module.css'

export function PasswordPage() {
  const { has_password: hasPassword } = useMe()
  return (
    <InTurn>
      {hasPassword ? <PasswordSection /> : <NoPasswordSection />}
      {/* A code is asked beside a password. */}
      {hasPassword && <SecondFactorSection />}
      <PasskeysSection />
      <SingleSignOnSection />
      <SessionsSection />
    </InTurn>
  )
}

function NoPasswordSection() {
  const { t } = useTranslation()
  return <SettingsSection title={t('settings.password')} text={t('settings.noPassword')} />
}

function PasswordSection() {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { current: '', password: '' } })
  const change = useMutation({
    mutationFn: ({ current, password }: typeof form.values) =>
      answer(api.PUT('/me/password', { body: { current_password: current, password } })),
    onSuccess: () => {
      form.reset()
      showNotice({ message: t('settings.passwordChanged') })
    },
    meta: { showsOwnError: true },
  })
  return (
    <SettingsSection title={t('settings.password')} text={t('settings.passwordText')}>
      <form
        className={classes.form}
        onSubmit={form.onSubmit((values) => {
          change.mutate(values)
        })}
      >
        <PresentPasswordInput className={classes.field} {...form.getInputProps('current')} />
        <div className={classes.field}>
          <NewPasswordInput {...form.getInputProps('password')} />
        </div>
        <FormError error={change.error} />
        <Button type="submit" variant="filled" loading={change.isPending}>
          {t('settings.changePassword')}
        </Button>
      </form>
    </SettingsSection>
  )
}
