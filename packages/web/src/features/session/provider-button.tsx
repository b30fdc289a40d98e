import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { guessZone } from '../../lib/local-time.ts'
import { FormError } from '../../ui/form-error.tsx'
import classes from './auth-frame.module.css'
import { ProviderProblem } from './provider-problem.tsx'
import { useLeaveToSignIn } from './single-sign-on.ts'
import { serverQuery } from './session.ts'

type Props = { to?: string | undefined; invitation?: string; problem?: string | undefined }

/** The way in by the provider, where this server has one, and what went wrong on it. */
export function ProviderButton({ to, invitation, problem }: Props) {
  const { t } = useTranslation()
  const { data: server } = useQuery(serverQuery)
  const leave = useLeaveToSignIn()
  const provider = server?.single_sign_on
  if (!provider) return null
  return (
    <div className={classes.form}>
      <ProviderProblem name={provider.name} problem={problem} />
      <FormError error={leave.error} />
      <Button
        size="md"
        loading={leave.isPending || leave.isSuccess}
        onClick={() => {
          leave.mutate({ to, invitation, time_zone: guessZone() })
        }}
      >
        {t('singleSignOn.signIn', { name: provider.name })}
      </Button>
    </div>
  )
}
