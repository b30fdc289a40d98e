import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatClock } from '../../lib/duration.ts'
import { setTitleClock } from '../../lib/tab-title.ts'
import { useNow } from '../../lib/use-now.ts'
import { runningSeconds, useRunningTimer, type RunningTimer } from './timer.ts'

/** The running clock in the browser tab: in its title, and as the filled dial of its icon. */
export function TabClock() {
  const timer = useRunningTimer()
  const isRunning = Boolean(timer)

  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (icon) icon.href = isRunning ? '/favicon-running.svg' : '/favicon.svg'
  }, [isRunning])

  return timer ? <TitleClock timer={timer} /> : null
}

function TitleClock({ timer }: { timer: RunningTimer }) {
  const clock = formatClock(runningSeconds(timer, useNow()))
  const { t } = useTranslation()
  const { title, paused_at } = timer.entry
  const paused = paused_at === null ? [] : [t('timer.isPaused')]
  const text = [...paused, clock, title ?? 'Sundial'].join(' · ')

  useEffect(() => {
    setTitleClock(text)
  }, [text])

  useEffect(
    () => () => {
      setTitleClock('')
    },
    [],
  )

  return null
}
