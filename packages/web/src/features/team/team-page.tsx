import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconUserPlus } from '@tabler/icons-react'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { InTurn } from '../../ui/in-turn.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { InvitationList } from './invitation-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberList } from './member-list.tsx'
import { membersQuery } from './team.ts'

export function TeamPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const members = useQuery({ ...membersQuery(workspace.id), enabled: workspace.kind === 'team' })
  const [isInviting, setInviting] = useState(false)
  if (workspace.kind === 'personal') return <Navigate to="/" />
  const mayManage = canManageWorkspace(role)
  return (
    <Page
      title={t('nav.team')}
      actions={
        mayManage && (
          <Button
            leftSection={<Icon of={IconUserPlus} />}
            onClick={() => {
              setInviting(true)
            }}
          >
            {t('team.invite')}
          </Button>
        )
      }
    >
      <InTurn>
        <Loaded query={members}>
          {(rows) => (
            <MemberList members={rows} workspaceId={workspace.id} mayManage={mayManage} myRole={role} />
          )}
        </Loaded>
        {mayManage && <InvitationList workspaceId={workspace.id} />}
      </InTurn>
      {isInviting && (
        <InviteDialog
          workspaceId={workspace.id}
          onClose={() => {
            setInviting(false)
          }}
        />
      )}
    </Page>
  )
}
