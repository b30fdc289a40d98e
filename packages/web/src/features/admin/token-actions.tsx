import { Menu, Switch } from '@mantine/core'
import type { CreatedOwnedToken, OwnedToken } from '@sundial/sdk'
import { IconDots, IconGauge, IconRefresh, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useDeleteAnyToken, useRotateToken, useSwitchAnyToken } from './admin-tokens.ts'

const LimitDialog = lazy(async () => ({ default: (await import('./limit-dialog.tsx')).LimitDialog }))

export function TokenSwitch({ token }: { token: OwnedToken }) {
  const { t } = useTranslation()
  const change = useSwitchAnyToken()
  return (
    <Switch
      aria-label={t('keys.worksNamed', token)}
      checked={change.isPending ? change.variables.isActive : token.is_active}
      onChange={(event) => {
        change.mutate({ id: token.id, isActive: event.currentTarget.checked })
      }}
    />
  )
}

type Props = { token: OwnedToken; onRotated: (token: CreatedOwnedToken) => void }

/** What cannot be taken back is asked about first. */
export function TokenMenu({ token, onRotated }: Props) {
  const { t } = useTranslation()
  const rotate = useRotateToken()
  const remove = useDeleteAnyToken()
  const [asking, setAsking] = useState<'limit' | 'rotate' | 'delete'>()
  const close = () => {
    setAsking(undefined)
  }
  return (
    <>
      <Menu width={200}>
        <Menu.Target>
          <IconButton icon={IconDots} label={t('admin.actionsFor', token)} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon of={IconGauge} />}
            onClick={() => {
              setAsking('limit')
            }}
          >
            {t('admin.changeLimit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={IconRefresh} />}
            onClick={() => {
              setAsking('rotate')
            }}
          >
            {t('admin.rotate')}
          </Menu.Item>
          <Menu.Item
            color="danger"
            leftSection={<Icon of={IconTrash} />}
            onClick={() => {
              setAsking('delete')
            }}
          >
            {t('admin.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === 'limit' && (
        <Suspense>
          <LimitDialog token={token} onClose={close} />
        </Suspense>
      )}
      {asking === 'rotate' && (
        <ConfirmDialog
          title={t('admin.rotateTitle', token)}
          text={t('admin.rotateText')}
          confirmLabel={t('admin.rotate')}
          isBusy={rotate.isPending}
          onConfirm={() => {
            rotate.mutate(token.id, { onSuccess: onRotated, onSettled: close })
          }}
          onClose={close}
        />
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          title={t('admin.deleteTitle', token)}
          text={t('keys.revokeText')}
          confirmLabel={t('admin.delete')}
          isBusy={remove.isPending}
          onConfirm={() => {
            remove.mutate(token.id, { onSettled: close })
          }}
          onClose={close}
        />
      )}
    </>
  )
}
