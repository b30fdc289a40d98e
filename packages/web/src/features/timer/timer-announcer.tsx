import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProjectsById } from '../projects/projects.ts'
import { provisionalId, useRunningTimer } from './timer.ts'

/** Tells a screen reader when a timer starts or stops, wherever that was done. */
export function TimerAnnouncer() {
  const { t } = useTranslation()
  const timer = useRunningTimer()
  const projects = useProjectsById()
  const [message, setMessage] = useState('')
  const known = useRef<number | null>(undefined)

  const id = timer === undefined ? undefined : (timer?.entry.id ?? null)
  const what = timer?.entry.title ?? projects.get(timer?.entry.project_id ?? 0)?.title

  useEffect(() => {
    const before = known.current
    known.current = id
    // The first answer after loading is no news; nor is the name the server gives to what was started here.
    if (before === undefined || id === undefined || before === id || before === provisionalId) return
    if (id === null) setMessage(t('timer.stopped'))
    else setMessage(what ? t('timer.startedWhat', { what }) : t('timer.started'))
  }, [id, what, t])

  return <VisuallyHidden role="status">{message}</VisuallyHidden>
}
