import { Button, UnstyledButton } from '@mantine/core'
import type { ApprovalPolicy } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { useFocusInTurn } from '../../ui/use-focus-in-turn.ts'
import { projectName, useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import { membersQuery } from '../team/team.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { ApprovalsOff } from './approvals-off.tsx'
import { useHasApprovals } from './approvals.ts'
import { usePeople } from './people.ts'
import { policiesQuery, useDeletePolicy } from './policies.ts'
import classes from './policies-page.module.css'

const PolicyDialog = lazy(async () => ({ default: (await import('./policy-dialog.tsx')).PolicyDialog }))

export function PoliciesPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const hasApprovals = useHasApprovals()
  if (hasApprovals && canManageWorkspace(role)) return <PolicyList key={workspace.id} />
  return (
    <SettingsSection title={t('nav.approvals')}>
      {hasApprovals ? (
        <EmptyState title={t('approvals.notYours')} text={t('approvals.notYoursHint')} />
      ) : (
        <ApprovalsOff />
      )}
    </SettingsSection>
  )
}

function PolicyList() {
  const { t } = useTranslation()
  const { workspace } = useCurrentWorkspace()
  const query = useQuery(policiesQuery(workspace.id))
  // Names that come later would make the rows higher.
  const people = useQuery(membersQuery(workspace.id))
  const remove = useDeletePolicy()
  const [edited, setEdited] = useState<ApprovalPolicy | 'new'>()
  const inTurn = useFocusInTurn()
  const newButton = (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setEdited('new')
      }}
    >
      {t('approvals.newPolicy')}
    </Button>
  )
  return (
    <SettingsSection title={t('nav.approvals')} text={t('approvals.policiesText')} actions={newButton}>
      <div {...inTurn}>
        <Loaded query={{ ...query, data: people.isLoading ? undefined : query.data }}>
          {(policies) =>
            policies.length === 0 ? (
              <EmptyState title={t('approvals.noPolicies')} text={t('approvals.noPoliciesHint')} />
            ) : (
              <ul data-rows className={list.rows}>
                {policies.map((policy) => (
                  <li key={policy.id} className={list.row}>
                    <UnstyledButton
                      className={classes.policy}
                      onClick={() => {
                        setEdited(policy)
                      }}
                    >
                      <PolicyFacts policy={policy} />
                    </UnstyledButton>
                    <IconButton
                      icon={IconTrash}
                      label={t('approvals.deletePolicy', policy)}
                      data-turn="delete"
                      onClick={() => {
                        remove.mutate(policy)
                      }}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {edited && (
        <Suspense>
          <PolicyDialog
            policy={edited === 'new' ? undefined : edited}
            workspaceId={workspace.id}
            onClose={() => {
              setEdited(undefined)
            }}
          />
        </Suspense>
      )}
    </SettingsSection>
  )
}

/** What it holds for, and who decides in which order. */
function PolicyFacts({ policy }: { policy: ApprovalPolicy }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { nameOf } = usePeople(policy.workspace_id)
  const project = useProjectsById().get(policy.project_id ?? 0)
  const { project_id, user_id, min_seconds, billable_only, levels } = policy
  const holdsFor = [
    project_id !== null && (project ? projectName(project) : t('reports.hidden')),
    user_id !== null && nameOf(user_id),
    project_id === null && user_id === null && t('approvals.forAll'),
    billable_only && t('approvals.onlyBillable'),
    min_seconds !== null &&
      min_seconds > 0 &&
      t('approvals.from', { duration: formats.duration(min_seconds) }),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      <span className={classes.name}>
        <span className={list.text}>{policy.name}</span>
        {!policy.is_enabled && <span className={list.quiet}>{t('approvals.switchedOff')}</span>}
      </span>
      <span className={list.quiet}>{holdsFor.join(' · ')}</span>
      <span className={classes.levels}>
        {levels.map((ids, index) => (
          <span key={index}>
            {levels.length > 1 && `${index + 1}. `}
            {ids.map((id) => nameOf(id)).join(t('approvals.or'))}
          </span>
        ))}
      </span>
    </>
  )
}
