import type { Entry } from '@sundial/sdk'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import type { EntryPreset } from '../timer/entry-dialog.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { CalendarNav } from './calendar-nav.tsx'
import { HoursView } from './hours-view.tsx'
import { MonthView } from './month-view.tsx'
import { PeriodTotal } from './period-total.tsx'
import { useAddress, type Address } from './use-address.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'

const EntryDialog = lazy(async () => ({ default: (await import('../timer/entry-dialog.tsx')).EntryDialog }))

export function CalendarPage() {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  const isTracking = canTrackTime(role)
  const address = useAddress()
  useCalendarKeys(address)
  return (
    <Page
      title={t('nav.calendar')}
      isWide
      actions={<CalendarNav address={address} total={isTracking && <PeriodTotal address={address} />} />}
    >
      {isTracking ? <Calendar address={address} /> : <EmptyState title={t('timer.readOnly')} />}
    </Page>
  )
}

/** An entry to look into, or the times of one to be made. */
type Opened = { entry: Entry; preset?: undefined } | { entry?: undefined; preset: EntryPreset }

function Calendar({ address }: { address: Address }) {
  const { workspace } = useCurrentWorkspace()
  const [opened, setOpened] = useState<Opened>()
  const open = useCallback((entry: Entry) => {
    setOpened({ entry })
  }, [])
  const create = useCallback((preset: EntryPreset) => {
    setOpened({ preset })
  }, [])
  return (
    <>
      {address.view === 'month' ? (
        <MonthView address={address} />
      ) : (
        <HoursView view={address.view} address={address} onOpen={open} onCreate={create} />
      )}
      {opened && (
        <Suspense>
          <EntryDialog
            entry={opened.entry}
            preset={opened.preset}
            workspaceId={workspace.id}
            onClose={() => {
              setOpened(undefined)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
