import { UnstyledButton } from '@mantine/core'
import type { Entry } from '@sundial/sdk'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import list from '../../ui/list.module.css'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { ApprovalMark } from '../timer/approval-mark.tsx'
import { BillingIcon } from '../timer/billing-icon.tsx'
import { EntryDialog } from '../timer/entry-dialog.tsx'
import { useDeleteEntries } from '../timer/timer-changes.ts'
import type { Looked } from './use-week.ts'
import classes from './cell-dialog.module.css'

type Props = { looked: Looked; name: string; entries: readonly Entry[]; onClose: () => void }

/** The entries behind a cell, each to be opened or deleted by itself. */
export function CellDialog({ looked, name, entries, onClose }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [edited, setEdited] = useState<Entry>()
  const isWaiting = entries.some(waits)
  const total = entries.reduce((sum, { duration_seconds }) => sum + duration_seconds, 0)
  // One dialog at a time: Escape leads back to the list.
  if (edited)
    return (
      <EntryDialog
        entry={edited}
        workspaceId={edited.workspace_id}
        onClose={() => {
          setEdited(undefined)
        }}
      />
    )
  return (
    <Dialog
      title={t('timesheet.cell', { name, day: formatDay(looked.day, formats.locale) })}
      onClose={onClose}
    >
      {looked.isForced && entries.length > 0 && <p className={dialog.text}>{t('timesheet.look')}</p>}
      {isWaiting && <p className={dialog.text}>{t('timesheet.lock.pending')}</p>}
      <ul data-rows className={list.rows}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} onEdit={setEdited} />
        ))}
      </ul>
      <p className={classes.total}>
        <span>{t('reports.total')}</span>
        <strong>{formats.exactDuration(total)}</strong>
      </p>
    </Dialog>
  )
}

function EntryLine({ entry, onEdit }: { entry: Entry; onEdit: (entry: Entry) => void }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const remove = useDeleteEntries()
  const name = entry.title ?? t('timer.untitled')
  const end = entry.ended_at === null ? t('reports.now') : formats.time(Date.parse(entry.ended_at))
  const face = (
    <>
      <span className={classes.what}>
        <span className={entry.title ? list.text : list.quiet}>{name}</span>
        <span className={list.quiet}>
          {formats.time(Date.parse(entry.started_at))}–{end}
          {entry.notes && ` · ${entry.notes}`}
        </span>
      </span>
      <ApprovalMark status={entry.approval_status} />
      <BillingIcon status={entry.billing_status} />
      <span className={classes.duration}>{formats.exactDuration(entry.duration_seconds)}</span>
    </>
  )
  return (
    <li className={list.row}>
      {waits(entry) ? (
        <span className={classes.entry}>{face}</span>
      ) : (
        <UnstyledButton
          className={classes.entry}
          onClick={() => {
            onEdit(entry)
          }}
        >
          {face}
        </UnstyledButton>
      )}
      {entry.is_locked || waits(entry) ? (
        <span className={classes.noButton} />
      ) : (
        <IconButton
          icon={IconTrash}
          label={t('timesheet.deleteNamed', { name })}
          onClick={() => {
            remove.mutate([entry.id])
          }}
        />
      )}
    </li>
  )
}

/** As in its cell, nothing is changed before the week is taken back. */
function waits({ approval_status }: Entry): boolean {
  return approval_status === 'pending'
}
