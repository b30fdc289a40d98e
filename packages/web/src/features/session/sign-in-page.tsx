import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../../lib/api-error.ts'
import { knowsPasskeys } from '../../lib/passkeys.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'
import { CodeInput } from './code-input.tsx'
import { useSignIn, useSignInByPasskey } from './entering.ts'
import { ProviderButton } from './provider-button.tsx'
import { serverQuery } from './session.ts'

export function SignInPage() {
  const { t } = useTranslation()
  const { to, problem } = useSearch({ from: '/sign-in' })
  const { data: server } = useQuery(serverQuery)
  const signIn = useSignIn(to)
  const byPasskey = useSignInByPasskey(to)
  const [needsCode, setNeedsCode] = useState(false)
  const form = useForm({ initialValues: { email: '', password: '', code: '' } })
  const asksForCode = isApiError(signIn.error) && signIn.error.reason === 'second_factor_required'
  return (
    <AuthFrame title={t('session.signIn')}>
      <form
        className={classes.form}
        onSubmit={form.onSubmit((credentials) => {
          byPasskey.reset()
          signIn.mutate(credentials, {
            onError: (error) => {
              if (isApiError(error) && error.reason === 'second_factor_required') setNeedsCode(true)
            },
          })
        })}
      >
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          {...form.getInputProps('password')}
        />
        {needsCode && <CodeInput autoFocus {...form.getInputProps('code')} />}
        <FormError error={byPasskey.error ?? (asksForCode ? null : signIn.error)} />
        <Button type="submit" variant="filled" size="md" loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
        {knowsPasskeys() && (
          <Button
            size="md"
            leftSection={<Icon of={IconFingerprint} />}
            loading={byPasskey.isPending}
            onClick={() => {
              byPasskey.mutate()
            }}
          >
            {t('session.byPasskey')}
          </Button>
        )}
      </form>
      <ProviderButton problem={problem} to={to} />
      <div className={classes.foot}>
        <Link to="/forgot-password">{t('session.forgot')}</Link>
        {server?.registration === 'open' && <Link to="/sign-up">{t('session.toSignUp')}</Link>}
      </div>
    </AuthFrame>
  )
}
