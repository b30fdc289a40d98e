import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { FormError } from '../../ui/form-error.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'
import { serverQuery } from './session.ts'

export function ForgotPasswordPage() {
  const { t } = useTranslation()
  const { data: server } = useQuery(serverQuery)
  const request = useMutation({
    mutationFn: (body: { email: string }) => answer(api.POST('/password-resets', { body })),
    meta: { showsOwnError: true },
  })
  const form = useForm({ initialValues: { email: '' } })
  const canMail = server?.sends_mail ?? true
  const text = !canMail ? t('reset.noMail') : request.isSuccess ? t('reset.sent') : t('reset.text')
  return (
    <AuthFrame title={t('reset.forgotTitle')} text={text}>
      {canMail && !request.isSuccess && (
        <form
          className={classes.form}
          onSubmit={form.onSubmit((body) => {
            request.mutate(body)
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
          <FormError error={request.error} />
          <Button type="submit" variant="filled" size="md" loading={request.isPending}>
            {t('reset.send')}
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
