import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconCopy, IconCopyPlus, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { isDay, startOfWeek } from '../../lib/local-time.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { phone } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { useHasApprovals } from '../approvals/approvals.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { DaySheet } from './day-sheet.tsx'
import { Submission } from './submission.tsx'
import { useCopyWeek } from './use-copy-week.ts'
import { useWeek, type Week } from './use-week.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekNav } from './week-nav.tsx'
import { cellOf, rowKey } from './week-rows.ts'
import classes from './timesheet-page.module.css'

const AddRowDialog = lazy(async () => ({ default: (await import('./add-row-dialog.tsx')).AddRowDialog }))
const CellDialog = lazy(async () => ({ default: (await import('./cell-dialog.tsx')).CellDialog }))

export function TimesheetPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { today } = useFormats()
  const { workspace, role } = useCurrentWorkspace()
  const { day } = useSearch({ from: '/shell/timesheet' })
  const navigate = useNavigate()
  // Weeks are submitted as the workspace counts them.
  const weekStart = useWorkspace(workspace.id)?.week_start ?? me.week_start
  const from = startOfWeek(isDay(day) ? day : today(), weekStart)
  return (
    <Page
      title={t('nav.timesheet')}
      actions={
        <WeekNav
          from={from}
          weekStart={weekStart}
          onChange={(chosen) => {
            inBackground(navigate({ to: '/timesheet', search: { day: chosen } }))
          }}
        />
      }
    >
      {canTrackTime(role) ? (
        <Sheet key={`${workspace.id} ${from}`} from={from} asked={day} />
      ) : (
        <EmptyState title={t('timer.readOnly')} />
      )}
    </Page>
  )
}

type SheetProps = { from: string; asked: string | undefined }

function Sheet(props: SheetProps) {
  const week = useWeek(props.from)
  return <Loaded query={week.query}>{() => <LoadedSheet week={week} {...props} />}</Loaded>
}

function LoadedSheet({ from, asked, week }: SheetProps & { week: Week }) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const hasApprovals = useHasApprovals()
  const { looked } = week
  return (
    <>
      {week.rows.length === 0 ? (
        <EmptyState
          title={t('timesheet.empty')}
          text={t('timesheet.emptyHint')}
          action={<RowButtons from={from} week={week} />}
        />
      ) : (
        <>
          {isPhone ? <DaySheet week={week} asked={asked} /> : <WeekGrid week={week} />}
          <RowButtons from={from} week={week} />
        </>
      )}
      {hasApprovals && <Submission from={from} entries={week.entries} seconds={week.total} />}
      {looked && (
        <Suspense>
          <CellDialog
            looked={looked}
            name={week.names.nameOf(looked.thing)}
            entries={
              cellOf(
                week.rows.find(({ key }) => key === rowKey(looked.thing)),
                looked.day,
              ).entries
            }
            onClose={() => {
              week.look(undefined)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

function RowButtons({ from, week }: { from: string; week: Week }) {
  const { t } = useTranslation()
  const { workspace } = useCurrentWorkspace()
  const [isAdding, setAdding] = useState(false)
  const { isCopying, copyRows, copyTimes } = useCopyWeek(from, week)

  return (
    <div className={classes.buttons}>
      <Button
        leftSection={<Icon of={IconPlus} />}
        onClick={() => {
          setAdding(true)
        }}
      >
        {t('timesheet.addRow')}
      </Button>
      <Button variant="subtle" leftSection={<Icon of={IconCopy} />} loading={isCopying} onClick={copyRows}>
        {t('timesheet.copyRows')}
      </Button>
      <Button
        variant="subtle"
        leftSection={<Icon of={IconCopyPlus} />}
        loading={isCopying}
        onClick={copyTimes}
      >
        {t('timesheet.copyTimes')}
      </Button>
      {isAdding && (
        <Suspense>
          <AddRowDialog
            workspaceId={workspace.id}
            onAdd={(thing) => {
              week.addRows([thing])
            }}
            onClose={() => {
              setAdding(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
