import { Button } from '@mantine/core'
import type { InvitationPreview } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { inBackground } from '../../lib/background.ts'
import { errorText } from '../../lib/error-text.ts'
import { FormError } from '../../ui/form-error.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'
import { ProviderButton } from './provider-button.tsx'
import { sessionKey, sessionQuery, useSignOut } from './session.ts'
import { SignUpForm } from './sign-up-page.tsx'

function invitationQuery(secret: string) {
  return queryOptions({
    queryKey: ['invitation', secret],
    queryFn: () => answer(api.GET('/invitations/{secret}', { params: { path: { secret } } })),
    retry: false,
  })
}

export function InvitationPage() {
  const { t } = useTranslation()
  const { secret } = useParams({ from: '/invitations/$secret' })
  const { data: invitation, error } = useQuery(invitationQuery(secret))
  if (error)
    return <AuthFrame title={t('invitation.invalid')} text={errorText(error)} children={<ToSignIn />} />
  if (!invitation) return <AuthFrame title={t('invitation.opening')} children={<RowsSkeleton count={3} />} />
  return (
    <AuthFrame
      title={t('invitation.title', { workspace: invitation.workspace_name })}
      text={t('invitation.text', { email: invitation.email, role: t(`roles.${invitation.role}`) })}
    >
      <WayIn secret={secret} invitation={invitation} />
    </AuthFrame>
  )
}

/** Join with the account that is signed in, sign in first, or make an account. */
function WayIn({ secret, invitation }: { secret: string; invitation: InvitationPreview }) {
  const { t } = useTranslation()
  const { data: me } = useQuery(sessionQuery)
  const signOut = useSignOut()
  if (me && me.email.toLowerCase() !== invitation.email.toLowerCase()) {
    return (
      <div className={classes.form}>
        <p>{t('invitation.otherAccount', { mine: me.email })}</p>
        <Button
          size="md"
          onClick={() => {
            signOut.mutate()
          }}
        >
          {t('session.signOut')}
        </Button>
      </div>
    )
  }
  if (me) return <JoinButton secret={secret} workspace={invitation.workspace_name} />
  if (!invitation.has_account)
    return (
      <>
        <SignUpForm invitation={secret} email={invitation.email} />
        <ProviderButton invitation={secret} />
      </>
    )
  return (
    <div className={classes.form}>
      <Button
        variant="filled"
        size="md"
        renderRoot={(props) => <Link {...props} to="/sign-in" search={{ to: `/invitations/${secret}` }} />}
      >
        {t('invitation.signInToJoin')}
      </Button>
      <ProviderButton to={`/invitations/${secret}`} />
    </div>
  )
}

function JoinButton({ secret, workspace }: { secret: string; workspace: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const join = useMutation({
    mutationFn: () => answer(api.POST('/invitations/{secret}/accept', { params: { path: { secret } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sessionKey })
      inBackground(navigate({ to: '/' }))
    },
    meta: { showsOwnError: true },
  })
  return (
    <div className={classes.form}>
      <FormError error={join.error} />
      <Button
        variant="filled"
        size="md"
        loading={join.isPending}
        onClick={() => {
          join.mutate()
        }}
      >
        {t('invitation.join', { workspace })}
      </Button>
    </div>
  )
}

function ToSignIn() {
  const { t } = useTranslation()
  return (
    <div className={classes.foot}>
      <Link to="/sign-in" search={{ to: undefined }}>
        {t('session.backToSignIn')}
      </Link>
    </div>
  )
}
