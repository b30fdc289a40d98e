import type { Account } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { AccountMenu } from './account-menu.tsx'
import classes from './admin-list.module.css'

/** An account: whose it is, how it stands, when it was last heard from. What its owner did is not told. */
export function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { date } = useFormats()
  const isMe = useMe().id === account.id
  const states = [
    isMe && t('team.you'),
    account.is_admin && t('installation.isAdmin'),
    account.has_second_factor && t('secondFactor.isUsed'),
    !account.is_active && t('installation.isOff'),
  ].filter((word) => word !== false)
  return (
    <li className={classes.row} data-off={!account.is_active || undefined}>
      <div className={classes.who}>
        <span className={classes.name}>
          {account.name ?? account.email}
          {states.length > 0 && <span className={classes.quiet}> · {states.join(' · ')}</span>}
        </span>
        {account.name && <span className={classes.quiet}>{account.email}</span>}
      </div>
      <div className={classes.facts}>
        <span>
          {account.last_seen_at
            ? t('installation.lastSeen', { date: date(account.last_seen_at) })
            : t('installation.neverSeen')}
        </span>
        <span>{t('installation.workspaces', { count: account.workspace_count })}</span>
      </div>
      <AccountMenu account={account} isMe={isMe} />
    </li>
  )
}
