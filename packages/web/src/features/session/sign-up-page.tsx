import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { guessZone } from '../../lib/local-time.ts'
import { FormError } from '../../ui/form-error.tsx'
import { AccountInputs } from './account-fields.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'
import { useCreateAccount } from './entering.ts'

export function SignUpPage() {
  const { t } = useTranslation()
  return (
    <AuthFrame title={t('session.signUp')}>
      <SignUpForm />
      <div className={classes.foot}>
        <Link to="/sign-in" search={{ to: undefined }}>
          {t('session.toSignIn')}
        </Link>
      </div>
    </AuthFrame>
  )
}

/** Also used with an invitation, which names the address and opens a closed registration. */
export function SignUpForm({ invitation, email = '' }: { invitation?: string; email?: string }) {
  const { t } = useTranslation()
  const create = useCreateAccount()
  const form = useForm({ initialValues: { name: '', email, password: '' } })
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit((fields) => {
        create.mutate({
          ...fields,
          name: fields.name.trim() || null,
          time_zone: guessZone(),
          ...(invitation && { invitation }),
        })
      })}
    >
      <AccountInputs form={form} isEmailFixed={invitation !== undefined} />
      <FormError error={create.error} />
      <Button type="submit" variant="filled" size="md" loading={create.isPending}>
        {t('session.createAccount')}
      </Button>
    </form>
  )
}
