import { useQuery } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import list from '../../ui/list.module.css'
import { useFormats } from '../session/formats.ts'
import classes from './team.module.css'
import { invitationsQuery, useWithdrawInvitation } from './team.ts'

/** Invitations not yet answered. */
export function InvitationList({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data: invitations = [] } = useQuery(invitationsQuery(workspaceId))
  const withdraw = useWithdrawInvitation(workspaceId)
  if (invitations.length === 0) return null
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('team.invited')}</h2>
      <ul data-rows className={list.rows}>
        {invitations.map((invitation) => (
          <li key={invitation.id} className={`${list.row} ${classes.member}`}>
            <div className={classes.who}>
              <span className={list.text}>{invitation.email}</span>
              <span className={list.quiet}>
                {t('team.until', { date: formats.date(invitation.expires_at) })}
              </span>
            </div>
            <span className={classes.fixedRole}>{t(`roles.${invitation.role}`)}</span>
            <IconButton
              icon={IconX}
              label={t('team.withdraw', invitation)}
              onClick={() => {
                withdraw.mutate(invitation.id)
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
