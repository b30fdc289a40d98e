import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { FormError } from '../../ui/form-error.tsx'
import { NewPasswordInput } from './account-fields.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'

export function ResetPasswordPage() {
  const { t } = useTranslation()
  const { secret } = useParams({ from: '/reset-password/$secret' })
  const reset = useMutation({
    mutationFn: (body: { password: string }) =>
      answer(api.PUT('/password-resets/{secret}', { params: { path: { secret } }, body })),
    meta: { showsOwnError: true },
  })
  const form = useForm({ initialValues: { name: '', email: '', password: '' } })
  return (
    <AuthFrame title={t('reset.title')} text={reset.isSuccess ? t('reset.done') : undefined}>
      {!reset.isSuccess && (
        <form
          className={classes.form}
          onSubmit={form.onSubmit(({ password }) => {
            reset.mutate({ password })
          })}
        >
          <NewPasswordInput {...form.getInputProps('password')} />
          <FormError error={reset.error} />
          <Button type="submit" variant="filled" size="md" loading={reset.isPending}>
            {t('reset.submit')}
          </Button>
        </form>
      )}
      <div className={classes.foot}>
        <Link to="/sign-in" search={{ to: undefined }}>
          {t('session.backToSignIn')}
        </Link>
      </div>
    </AuthFrame>
  )
}
