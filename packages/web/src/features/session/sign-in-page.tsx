import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../ui/form-error.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'
import { useSignIn } from './entering.ts'
import { ProviderButton } from './provider-button.tsx'
import { serverQuery } from './session.ts'

export function SignInPage() {
  const { t } = useTranslation()
  const { to, problem } = useSearch({ from: '/sign-in' })
  const { data: server } = useQuery(serverQuery)
  const signIn = useSignIn(to)
  const form = useForm({ initialValues: { email: '', password: '' } })
  return (
    <AuthFrame title={t('session.signIn')}>
      <form
        className={classes.form}
        onSubmit={form.onSubmit((credentials) => {
          signIn.mutate(credentials)
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
        <FormError error={signIn.error} />
        <Button type="submit" variant="filled" size="md" loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
      </form>
      <ProviderButton problem={problem} to={to} />
      <div className={classes.foot}>
        <Link to="/forgot-password">{t('session.forgot')}</Link>
        {server?.registration === 'open' && <Link to="/sign-up">{t('session.toSignUp')}</Link>}
      </div>
    </AuthFrame>
  )
}
