import type { CreatedOwnedToken, OwnedToken } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/session.ts'
import { useKeyFacts } from '../settings/key-facts.ts'
import { workspaceName } from '../workspaces/workspace-name.ts'
import { TokenMenu, TokenSwitch } from './token-actions.tsx'
import classes from './token-table.module.css'

type Props = { tokens: readonly OwnedToken[]; onRotated: (token: CreatedOwnedToken) => void }

const columns = ['key', 'owner', 'scopes', 'limits', 'use'] as const

/** Two or three lines for each key; on a phone, one part below the other. */
export function TokenTable({ tokens, onRotated }: Props) {
  const { t } = useTranslation()
  return (
    <div role="table" aria-label={t('admin.tokens')}>
      <div role="rowgroup" className={classes.head}>
        <div role="row" className={classes.row}>
          {columns.map((column) => (
            <span key={column} role="columnheader">
              {t(`admin.column.${column}`)}
            </span>
          ))}
          <span role="columnheader">{t('admin.column.isOn')}</span>
          <span role="columnheader">
            <span className={classes.hidden}>{t('admin.column.actions')}</span>
          </span>
        </div>
      </div>
      <div role="rowgroup" className={classes.rows}>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRotated={onRotated} />
        ))}
      </div>
    </div>
  )
}

type RowProps = { token: OwnedToken; onRotated: Props['onRotated'] }

function TokenRow({ token, onRotated }: RowProps) {
  const { t } = useTranslation()
  const facts = useKeyFacts()
  const workspace = useWorkspaceWords(token.workspace_id)
  const scopes = facts.scopes(token)
  const addresses = token.allowed_ips.join(', ')
  return (
    <div role="row" className={classes.row} data-off={!token.is_active || undefined}>
      <div role="cell">
        <span className={classes.name} title={token.name}>
          {token.name}
        </span>
        <span className={classes.quiet} title={token.description ?? undefined}>
          <code>{token.prefix}…</code>
          {token.description && ` · ${token.description}`}
        </span>
      </div>
      <div role="cell">
        <span title={token.user_name ?? token.user_email}>{token.user_name ?? token.user_email}</span>
        {token.user_name && (
          <span className={classes.quiet} title={token.user_email}>
            {token.user_email}
          </span>
        )}
      </div>
      <div role="cell">
        <span title={scopes}>{scopes}</span>
        <span className={classes.quiet}>{workspace}</span>
      </div>
      <div role="cell">
        <span>{facts.expiry(token)}</span>
        <span className={classes.quiet} title={addresses || undefined}>
          {addresses ? t('admin.from', { addresses }) : t('admin.fromAnywhere')}
        </span>
        <span className={classes.quiet}>{t('admin.requests', { factor: String(token.limit_factor) })}</span>
      </div>
      <div role="cell">
        <span>{facts.lastUse(token)}</span>
        <span className={classes.quiet}>{t('admin.uses', { count: token.usage_count })}</span>
      </div>
      <div role="cell">
        <TokenSwitch token={token} />
      </div>
      <div role="cell">
        <TokenMenu token={token} onRotated={onRotated} />
      </div>
    </div>
  )
}

/** An administrator of the installation may not know the workspaces of others by name. */
function useWorkspaceWords(id: number | null): string {
  const { t } = useTranslation()
  const me = useMe()
  if (id === null) return t('admin.everyWorkspace')
  const mine = me.memberships.find(({ workspace }) => workspace.id === id)
  return mine ? workspaceName(mine.workspace, t) : t('admin.otherWorkspace', { id: String(id) })
}
