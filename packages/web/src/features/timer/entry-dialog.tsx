import { Button, Select, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import { useMediaQuery } from '@mantine/hooks'
import type { BillingStatus, Entry } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { addDays, fromLocal, toLocal } from '../../lib/local-time.ts'
import { parseTimeOfDay } from '../../lib/time-of-day.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { LocalDates, writeWeekdays } from '../../ui/local-dates.tsx'
import { phone } from '../../ui/media.ts'
import { useReopenEntry } from '../approvals/decisions.ts'
import { ProjectLabel } from '../projects/project-label.tsx'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { projectChoice, useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { TagPicker } from '../tags/tag-picker.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { ApprovalMark } from './approval-mark.tsx'
import type { SettableStatus } from './billing-menu.tsx'
import { billingStatuses } from './billing.ts'
import classes from './entry-dialog.module.css'
import { tagNames } from './timer-bar-model.ts'
import { useCreateEntry, useDeleteEntries, useUpdateEntry } from './timer-changes.ts'
import '@mantine/dates/styles.layer.css'

/** What a new entry begins with, where it is more than the hour that ends now. */
export type EntryPreset = { start: number; end: number; title?: string | undefined }

type Props = {
  entry: Entry | undefined
  preset?: EntryPreset | undefined
  workspaceId: number
  onClose: () => void
}

type Fields = {
  title: string
  projectId: number | null
  tags: string[]
  billing: BillingStatus | null
  day: string
  start: string
  end: string
  notes: string
}

/** All of an entry at once: to note time after the fact, and to edit on a small screen. */
export function EntryDialog({ entry, preset, workspaceId, onClose }: Props) {
  const { t } = useTranslation()
  const { id: myId, week_start } = useMe()
  const formats = useFormats()
  const create = useCreateEntry()
  const update = useUpdateEntry()
  const isTheirs = entry !== undefined && entry.user_id !== myId
  const remove = useDeleteEntries({ forOthers: isTheirs })
  const isFixed = entry?.is_locked ?? false
  const isRunning = entry?.ended_at === null
  // What is opened on a phone is read first: its keyboard would cover half of it.
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const form = useForm<Fields>({
    initialValues: useInitialValues(entry, preset),
    validate: {
      start: (text) => (parseTimeOfDay(text) === undefined ? t('timer.badTime') : null),
      end: (text) => (parseTimeOfDay(text) === undefined ? t('timer.badTime') : null),
    },
    validateInputOnBlur: true,
  })
  const { values } = form
  const project = useProjectsById().get(values.projectId ?? 0)
  const tagNamesShown = values.tags.join(', ') || t('tags.none')
  const span = readSpan(values, formats.zone)

  function submit() {
    if (!span) return
    const what = {
      title: values.title.trim() || null,
      project_id: values.projectId,
      tags: values.tags,
      notes: values.notes.trim() || null,
      ...(values.billing && { billing_status: toSettable(values.billing) }),
      // Somebody else's entry is changed only by naming them.
      ...(isTheirs && { user_id: entry.user_id }),
    }
    onClose()
    if (!entry) return create.mutate({ workspace_id: workspaceId, ...what, ...toInstants(span) })
    const { started_at, ended_at } = toInstants(span)
    update.mutate({
      id: entry.id,
      // Times that were not touched keep their seconds.
      changes:
        form.isDirty('start') || form.isDirty('end') || form.isDirty('day')
          ? { ...what, started_at, ...(!isRunning && { ended_at }) }
          : what,
    })
  }

  return (
    <Dialog title={entry ? t('timer.editEntry') : t('timer.addTime')} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)}>
        <TextInput
          label={t('timer.title')}
          placeholder={t('timer.placeholder')}
          data-autofocus={(!isFixed && !(isPhone && entry)) || undefined}
          disabled={isFixed}
          maxLength={2000}
          {...form.getInputProps('title')}
        />
        <div>
          <span className={classes.label}>{t('projects.project')}</span>
          <ProjectPicker
            workspaceId={entry?.workspace_id ?? workspaceId}
            value={values.projectId}
            onChange={(id) => {
              form.setFieldValue('projectId', id)
            }}
            label={projectChoice(project, t)}
            className={classes.picker}
            isDisabled={isFixed}
          >
            <ProjectLabel project={project} />
          </ProjectPicker>
        </div>
        <div>
          <span className={classes.label}>{t('nav.tags')}</span>
          <TagPicker
            workspaceId={entry?.workspace_id ?? workspaceId}
            value={values.tags}
            onChange={(tags) => {
              form.setFieldValue('tags', tags)
            }}
            label={t('tags.are', { names: tagNamesShown })}
            className={classes.picker}
            isDisabled={isFixed}
          >
            <span className={values.tags.length > 0 ? classes.text : classes.none}>{tagNamesShown}</span>
          </TagPicker>
        </div>
        <LocalDates>
          <DatePickerInput
            label={t('timer.day')}
            firstDayOfWeek={toDayOfWeek(week_start)}
            valueFormatter={writeWeekdays}
            disabled={isFixed}
            popoverProps={{ withinPortal: true }}
            value={values.day}
            onChange={(day) => {
              if (day) form.setFieldValue('day', day)
            }}
          />
        </LocalDates>
        <div className={dialog.pair}>
          <TextInput label={t('timer.start_time')} disabled={isFixed} {...form.getInputProps('start')} />
          <TextInput
            label={t('timer.end_time')}
            disabled={isFixed || isRunning}
            description={
              isRunning
                ? t('timer.stillRuns')
                : span && span.endDay !== values.day
                  ? t('timer.nextDay')
                  : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('end')}
          />
        </div>
        <Select
          label={t('billing.title')}
          data={billingStatuses.map((status) => ({ value: status, label: t(`billing.${status}`) }))}
          placeholder={t('billing.byProject')}
          disabled={isFixed}
          allowDeselect={false}
          {...form.getInputProps('billing')}
        />
        <Textarea
          label={t('timer.notes')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          disabled={isFixed}
          {...form.getInputProps('notes')}
        />
        <div className={classes.sum}>
          <span>{t('timer.duration')}</span>
          <strong>
            {span ? formats.duration((span.end - span.start) / 1000 - (entry?.break_seconds ?? 0)) : '–'}
          </strong>
        </div>
        {entry && <ApprovalNote entry={entry} onClose={onClose} />}
        <div className={dialog.actions}>
          {entry && !isFixed && (
            <UnstyledButton
              type="button"
              className={`${classes.remove} ${dialog.aside}`}
              onClick={() => {
                onClose()
                remove.mutate([entry.id])
              }}
            >
              {t('timer.deleteEntry')}
            </UnstyledButton>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {!isFixed && (
            <Button variant="filled" type="submit">
              {entry ? t('common.save') : t('timer.addEntry')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

/** How the entry stands with those who approve it, and what that means for a change. */
function ApprovalNote({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  const reopen = useReopenEntry()
  const { approval_status: status } = entry
  if (status === null) return null
  return (
    <div className={classes.approval}>
      <ApprovalMark status={status} />
      <span className={classes.approvalText}>{t(`approvals.note.${status}`)}</span>
      {status === 'approved' && canManageWorkspace(role) && (
        <Button
          size="compact-sm"
          loading={reopen.isPending}
          onClick={() => {
            reopen.mutate(entry.id, { onSuccess: onClose })
          }}
        >
          {t('approvals.reopen')}
        </Button>
      )}
    </div>
  )
}

function useInitialValues(entry: Entry | undefined, preset: EntryPreset | undefined): Fields {
  const { zone, time, today } = useFormats()
  const now = Date.now()
  const start = entry ? Date.parse(entry.started_at) : (preset?.start ?? now - 3_600_000)
  const end = entry?.ended_at ? Date.parse(entry.ended_at) : (preset?.end ?? now)
  return {
    title: entry?.title ?? preset?.title ?? '',
    projectId: entry?.project_id ?? null,
    tags: entry ? tagNames(entry) : [],
    billing: entry?.billing_status ?? null,
    day: entry || preset ? toLocal(start, zone).day : today(),
    start: time(start),
    end: time(end),
    notes: entry?.notes ?? '',
  }
}

type Span = { start: number; end: number; endDay: string }

/** An end before the start is the next day's. */
function readSpan({ day, start, end }: Fields, zone: string): Span | undefined {
  const from = parseTimeOfDay(start)
  const to = parseTimeOfDay(end)
  if (from === undefined || to === undefined) return undefined
  const endDay = to < from ? addDays(day, 1) : day
  return {
    start: fromLocal({ day, secondOfDay: from }, zone),
    end: fromLocal({ day: endDay, secondOfDay: to }, zone),
    endDay,
  }
}

function toInstants({ start, end }: Span) {
  return { started_at: new Date(start).toISOString(), ended_at: new Date(end).toISOString() }
}

function toSettable(status: BillingStatus): SettableStatus {
  return status === 'undetermined' ? null : status
}
