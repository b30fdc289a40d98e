import { Menu, Select } from '@mantine/core'
import type { Member, Role } from '@sundial/sdk'
import { IconDots, IconUserCheck, IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ListHead } from '../../ui/list-head.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { sorted, useSort } from '../../ui/sort.ts'
import { CurrentRates } from '../rates/current-rates.tsx'
import { useMe } from '../session/session.ts'
import { canEditProjects, canSeeRates } from '../workspaces/permissions.ts'
import { roles } from './roles.ts'
import classes from './team.module.css'
import { useRemoveMember, useUpdateMember } from './team.ts'
import { TrackedNow } from './tracked-now.tsx'
import { useTrackingNow } from './tracking-now.ts'
import type { RunningTimer } from '../timer/timer.ts'

type Props = { members: Member[]; workspaceId: number; mayManage: boolean; myRole: Role }

// Of what they may, the most comes first.
const sortKeys = { name: nameOf, role: ({ role }: Member) => roles.indexOf(role) }

/** Those who are in the workspace, and below them those who were. */
export function MemberList({ members, ...rest }: Props) {
  const { t } = useTranslation()
  const { sort, sortBy } = useSort<'name' | 'role'>('name')
  const shown = [true, false].flatMap((isActive) =>
    sorted(
      members.filter(({ is_active }) => is_active === isActive),
      { keys: sortKeys, sort },
    ),
  )
  const seesOthers = canEditProjects(rest.myRole)
  const { timers, isLoading } = useTrackingNow(rest.workspaceId, seesOthers)
  // On a phone a timer makes its row higher.
  if (isLoading) return <RowsSkeleton />
  return (
    <>
      <div className={list.tools}>
        {seesOthers && (
          <p className={classes.tracking} role="status">
            {timers.size > 0 ? t('team.trackingNow', { count: timers.size }) : t('team.nobodyTracks')}
          </p>
        )}
        <span className={list.count}>{t('team.count', { count: members.length })}</span>
      </div>
      <ListHead
        columns={[
          { key: 'name', label: t('session.name'), className: classes.who },
          { key: 'role', label: t('team.role'), className: classes.role },
        ]}
        sort={sort}
        onSort={sortBy}
        after={<span className={classes.noMenu} />}
      />
      <ul data-rows className={list.rows}>
        {shown.map((member) => (
          <MemberRow key={member.id} member={member} timer={timers.get(member.user_id)} {...rest} />
        ))}
      </ul>
      {canSeeRates(rest.myRole) && <p className={classes.explanation}>{t('rates.brackets')}</p>}
    </>
  )
}

type RowProps = Omit<Props, 'members'> & { member: Member; timer: RunningTimer | undefined }

function MemberRow({ member, timer, workspaceId, mayManage, myRole }: RowProps) {
  const { t } = useTranslation()
  const me = useMe()
  const update = useUpdateMember(workspaceId)
  const isMe = member.user_id === me.id
  // Only an owner makes or unmakes owners; nobody locks themselves out by a slip.
  const mayChange = mayManage && !isMe && (member.role !== 'owner' || myRole === 'owner')
  const showsRates = member.is_active && canSeeRates(myRole)
  return (
    <li
      className={`${list.row} ${classes.member}`}
      data-inactive={!member.is_active || undefined}
      data-rates={showsRates || timer !== undefined || undefined}
    >
      <div className={classes.who}>
        <span className={list.text}>
          {nameOf(member)} {isMe && <span className={list.quiet}>{t('team.you')}</span>}
        </span>
        {member.name && <span className={list.quiet}>{member.email}</span>}
      </div>
      {timer && <TrackedNow timer={timer} />}
      {!member.is_active && <span className={list.quiet}>{t('team.inactive')}</span>}
      {showsRates && (
        <CurrentRates
          name={nameOf(member)}
          place={{ level: 'member', userId: member.user_id }}
          workspaceId={workspaceId}
        />
      )}
      {mayChange ? (
        <>
          <Select
            className={classes.role}
            aria-label={t('team.roleOf', { name: nameOf(member) })}
            allowDeselect={false}
            data={roles
              .filter((role) => role !== 'owner' || myRole === 'owner')
              .map((role) => ({ value: role, label: t(`roles.${role}`) }))}
            value={member.role}
            onChange={(role) => {
              if (role) update.mutate({ memberId: member.id, changes: { role } })
            }}
          />
          <MemberMenu member={member} workspaceId={workspaceId} />
        </>
      ) : (
        <>
          <span className={classes.fixedRole}>{t(`roles.${member.role}`)}</span>
          <span className={classes.noMenu} />
        </>
      )}
    </li>
  )
}

function MemberMenu({ member, workspaceId }: { member: Member; workspaceId: number }) {
  const { t } = useTranslation()
  const update = useUpdateMember(workspaceId)
  const remove = useRemoveMember(workspaceId)
  const [isRemoving, setRemoving] = useState(false)
  const name = nameOf(member)
  return (
    <>
      <Menu width={220}>
        <Menu.Target>
          <IconButton icon={IconDots} label={t('team.actionsFor', { name })} />
        </Menu.Target>
        <Menu.Dropdown>
          {member.is_active ? (
            <Menu.Item
              color="danger"
              leftSection={<Icon of={IconUserMinus} />}
              onClick={() => {
                setRemoving(true)
              }}
            >
              {t('team.remove')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<Icon of={IconUserCheck} />}
              onClick={() => {
                update.mutate({ memberId: member.id, changes: { is_active: true } })
              }}
            >
              {t('team.takeBack')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isRemoving && (
        <ConfirmDialog
          title={t('team.removeTitle', { name })}
          text={t('team.removeText')}
          confirmLabel={t('team.remove')}
          isBusy={remove.isPending}
          onConfirm={() => {
            remove.mutate(member.id, {
              onSettled: () => {
                setRemoving(false)
              },
            })
          }}
          onClose={() => {
            setRemoving(false)
          }}
        />
      )}
    </>
  )
}

function nameOf(member: Member): string {
  return member.name ?? member.email
}
