import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProjectsById } from '../projects/projects.ts'
import { provisionalId, useRunningTimer } from './timer.ts'

/** Tells a screen reader when a timer starts, stops, pauses or goes on, wherever that was done. */
export function TimerAnnouncer() {
  const { t } = useTranslation()
  const timer = useRunningTimer()
  const projects = useProjectsById()
  const [message, setMessage] = useState('')
  const known = useRef<{ id: number | null; isPaused: boolean }>(undefined)

  const id = timer === undefined ? undefined : (timer?.entry.id ?? null)
  const what = timer?.entry.title ?? projects.get(timer?.entry.project_id ?? 0)?.title

  const isPaused = Boolean(timer?.entry.paused_at)

  useEffect(() => {
    const before = known.current
    if (id === undefined) return
    known.current = { id, isPaused }
    // The first answer after loading is no news; nor is the name the server gives to what was started here.
    if (before === undefined || before.id === provisionalId) return
    if (before.id !== id) {
      if (id === null) setMessage(t('timer.stopped'))
      else setMessage(what ? t('timer.startedWhat', { what }) : t('timer.started'))
    } else if (before.isPaused !== isPaused) setMessage(t(isPaused ? 'timer.paused' : 'timer.resumed'))
  }, [id, isPaused, what, t])

  return <VisuallyHidden role="status">{message}</VisuallyHidden>
}
