import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconLogout, IconShieldLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe, useSignOut } from '../features/session/session.ts'
import { useCurrentWorkspace } from '../features/workspaces/current-workspace.tsx'
import { Icon } from '../ui/icon.tsx'
import { workspaceName } from '../features/workspaces/workspace-name.ts'
import classes from './workspace-menu.module.css'

/** The foot of the sidebar: which workspace, whose account, the way out. */
export function WorkspaceMenu() {
  const { t } = useTranslation()
  const me = useMe()
  const current = useCurrentWorkspace()
  const signOut = useSignOut()
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.names}>
            <span className={classes.workspace}>{workspaceName(current.workspace, t)}</span>
            <span className={classes.person}>{me.name ?? me.email}</span>
          </span>
          <Icon of={IconChevronDown} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {me.memberships.length > 1 && (
          <>
            <Menu.Label>{t('nav.workspaces')}</Menu.Label>
            {me.memberships.map(({ workspace }) => (
              <Menu.Item
                key={workspace.id}
                aria-current={workspace.id === current.workspace.id || undefined}
                rightSection={workspace.id === current.workspace.id ? <Icon of={IconCheck} /> : undefined}
                onClick={() => {
                  current.choose(workspace.id)
                }}
              >
                {workspaceName(workspace, t)}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{me.email}</Menu.Label>
        {me.is_admin && (
          <Menu.Item component={Link} to="/admin" leftSection={<Icon of={IconShieldLock} />}>
            {t('admin.title')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Icon of={IconLogout} />}
          onClick={() => {
            signOut.mutate()
          }}
        >
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
