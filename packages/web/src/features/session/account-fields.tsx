import { PasswordInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'

export type AccountFields = { name: string; email: string; password: string }

/** What the server asks of a password, said before it refuses one. */
const shortestPassword = 10

type Props<T extends AccountFields> = { form: UseFormReturnType<T>; isEmailFixed?: boolean }

export function AccountInputs<T extends AccountFields>({ form, isEmailFixed }: Props<T>) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('session.name')}
        autoComplete="name"
        maxLength={255}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('session.email')}
        type="email"
        autoComplete="email"
        required
        withAsterisk={false}
        readOnly={isEmailFixed}
        {...form.getInputProps('email')}
      />
      <NewPasswordInput {...form.getInputProps('password')} />
    </>
  )
}

export function NewPasswordInput(props: ReturnType<UseFormReturnType<AccountFields>['getInputProps']>) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={t('session.password')}
      description={t('session.passwordHint', { count: shortestPassword })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={shortestPassword}
      maxLength={200}
      visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
      {...props}
    />
  )
}
