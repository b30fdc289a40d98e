import { Menu } from '@mantine/core'
import type { Account, UserChanges } from '@sundial/sdk'
import {
  IconDots,
  IconDeviceMobileOff,
  IconKey,
  IconShieldLock,
  IconShieldOff,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useChangeAccount, useMakeResetLink, useResetSecondFactor } from './accounts.ts'
import { PasswordLinkDialog } from './password-link-dialog.tsx'

/** Nobody takes from themselves what they need to be here; what ends somebody's sessions is asked about first. */
export function AccountMenu({ account, isMe }: { account: Account; isMe: boolean }) {
  const { t } = useTranslation()
  const change = useChangeAccount()
  const makeLink = useMakeResetLink()
  const resetSecondFactor = useResetSecondFactor()
  const [isSwitchingOff, setSwitchingOff] = useState(false)
  const [isResetting, setResetting] = useState(false)
  const name = account.name ?? account.email
  const { id, is_admin, is_active } = account
  const apply = (changes: UserChanges) => {
    change.mutate({ id, changes })
  }
  return (
    <>
      <Menu width={240}>
        <Menu.Target>
          <IconButton icon={IconDots} label={t('team.actionsFor', { name })} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon of={IconKey} />}
            disabled={!is_active}
            onClick={() => {
              makeLink.mutate(id)
            }}
          >
            {t('installation.makeLink')}
          </Menu.Item>
          {account.has_second_factor && (
            <Menu.Item
              leftSection={<Icon of={IconDeviceMobileOff} />}
              onClick={() => {
                setResetting(true)
              }}
            >
              {t('secondFactor.reset')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<Icon of={is_admin ? IconShieldOff : IconShieldLock} />}
            disabled={isMe}
            onClick={() => {
              apply({ is_admin: !is_admin })
            }}
          >
            {t(is_admin ? 'installation.unmakeAdmin' : 'installation.makeAdmin')}
          </Menu.Item>
          {is_active ? (
            <Menu.Item
              color="var(--danger)"
              leftSection={<Icon of={IconUserOff} />}
              disabled={isMe}
              onClick={() => {
                setSwitchingOff(true)
              }}
            >
              {t('installation.switchOff')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<Icon of={IconUserCheck} />}
              onClick={() => {
                apply({ is_active: true })
              }}
            >
              {t('installation.switchOn')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isSwitchingOff && (
        <ConfirmDialog
          title={t('installation.switchOffTitle', { name })}
          text={t('installation.switchOffText')}
          confirmLabel={t('installation.switchOff')}
          isBusy={change.isPending}
          onConfirm={() => {
            change.mutate(
              { id, changes: { is_active: false } },
              {
                onSettled: () => {
                  setSwitchingOff(false)
                },
              },
            )
          }}
          onClose={() => {
            setSwitchingOff(false)
          }}
        />
      )}
      {isResetting && (
        <ConfirmDialog
          title={t('secondFactor.resetTitle', { name })}
          text={t('secondFactor.resetText')}
          confirmLabel={t('secondFactor.reset')}
          isBusy={resetSecondFactor.isPending}
          onConfirm={() => {
            resetSecondFactor.mutate(id, {
              onSettled: () => {
                setResetting(false)
              },
            })
          }}
          onClose={() => {
            setResetting(false)
          }}
        />
      )}
      {makeLink.data && (
        <PasswordLinkDialog
          title={t('installation.linkTitle', { name })}
          link={makeLink.data}
          onClose={() => {
            makeLink.reset()
          }}
        />
      )}
    </>
  )
}
