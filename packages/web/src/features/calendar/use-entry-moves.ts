import type { Entry } from '@sundial/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { showNotice } from '../../ui/notices.tsx'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { paintChanges } from '../timer/entry-cache.ts'
import { useEntryChange } from '../timer/entry-change.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { blockLock, timesOf, type Times } from './entry-moves.ts'

/** Moving one block after the other, one wants to take back the last. */
const noticePlace = 'calendar'

type Move = { entry: Entry; times: Times }

/** Puts entries elsewhere in time: at once on the screen, back where they were if the server refuses. */
export function useEntryMoves() {
  const { t } = useTranslation()
  const formats = useFormats()
  const { workspace } = useCurrentWorkspace()
  const rules = useWorkspace(workspace.id) ?? { locked_before: null, protects_billed: false }
  const offerUndo = useUndoNotice()
  // What a screen reader is told of a move.
  const [said, say] = useState('')
  const { mutate } = useEntryChange({
    send: async (move: Move) => {
      const { operationId } = await settle(
        api.PATCH('/entries/{id}', { params: { path: { id: move.entry.id } }, body: changesOf(move) }),
      )
      return { operationId, move }
    },
    paint: (client, move) => {
      paintChanges(client, [move.entry.id], changesOf(move))
    },
    confirm: (_client, { operationId, move }) => {
      const { started_at, ended_at } = changesOf(move)
      offerUndo(t(started_at && ended_at ? 'calendar.moved' : 'calendar.stretched'), operationId, noticePlace)
    },
  })

  function lockOf(entry: Entry) {
    return blockLock(entry, rules)
  }

  function refuse(message: string) {
    say(message)
    showNotice({ message, place: noticePlace })
  }

  /** Does nothing where the times are what they were. */
  function move(entry: Entry, times: Times | undefined) {
    const lock = lockOf(entry)
    if (lock) return refuse(t(`timesheet.lock.${lock}`))
    if (!times) return refuse(t('calendar.tooShort'))
    const { start, end } = timesOf(entry)
    if (times.start === start && times.end === end) return
    say(
      t('calendar.isAt', {
        day: formatDay(formats.dayOf(times.start), formats.locale),
        from: formats.time(times.start),
        to: formats.time(times.end),
      }),
    )
    mutate({ entry, times })
  }

  return { move, lockOf, refuse, said }
}

/** Only what is not as it was. */
function changesOf({ entry, times }: Move): { started_at?: string; ended_at?: string } {
  const before = timesOf(entry)
  return {
    ...(times.start !== before.start && { started_at: new Date(times.start).toISOString() }),
    ...(times.end !== before.end && { ended_at: new Date(times.end).toISOString() }),
  }
}
