import { Menu } from '@mantine/core'
import type { Job } from '@sundial/sdk'
import { IconDots, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFormats } from '../session/formats.ts'
import classes from './admin-list.module.css'
import { useRemoveJob, useRetryJob } from './jobs.ts'

/** A job: what kind, since when, how it stands and what stopped it. What it is about stays sealed. */
export function JobRow({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { date, time } = useFormats()
  const kind = useJobKind(job)
  const at = (instant: string) => `${date(instant)}, ${time(Date.parse(instant))}`
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <span className={classes.name}>
          {kind}{' '}
          <span className={classes.quiet}>· {t('installation.jobNumber', { id: String(job.id) })}</span>
        </span>
        {job.last_error && <span className={classes.problem}>{job.last_error}</span>}
      </div>
      <div className={classes.facts}>
        <span>{t(`installation.jobState.${job.state}`)}</span>
        <span>
          {job.state === 'failed' && job.failed_at
            ? t('installation.gaveUp', { when: at(job.failed_at), count: job.attempts })
            : t('installation.due', { when: at(job.run_at) })}
        </span>
      </div>
      {job.state === 'running' ? <span /> : <JobMenu job={job} name={`${kind} ${job.id}`} />}
    </li>
  )
}

function JobMenu({ job, name }: { job: Job; name: string }) {
  const { t } = useTranslation()
  const retry = useRetryJob()
  const remove = useRemoveJob()
  const [isRemoving, setRemoving] = useState(false)
  return (
    <>
      <Menu width={200}>
        <Menu.Target>
          <IconButton icon={IconDots} label={t('team.actionsFor', { name })} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon of={IconRefresh} />}
            onClick={() => {
              retry.mutate(job.id)
            }}
          >
            {t('installation.tryAgain')}
          </Menu.Item>
          <Menu.Item
            color="var(--danger)"
            leftSection={<Icon of={IconTrash} />}
            onClick={() => {
              setRemoving(true)
            }}
          >
            {t('installation.removeJob')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && (
        <ConfirmDialog
          title={t('installation.removeJobTitle', { name })}
          text={t('installation.removeJobText')}
          confirmLabel={t('installation.removeJob')}
          isBusy={remove.isPending}
          onConfirm={() => {
            remove.mutate(job.id, {
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

/** A newer server may have kinds that this page does not know. */
function useJobKind({ kind }: Job): string {
  const { t } = useTranslation()
  if (kind === 'send-mail') return t('installation.jobKind.sendMail')
  if (kind === 'reprice') return t('installation.jobKind.reprice')
  return kind === 'write-export' ? t('installation.jobKind.writeExport') : kind
}
