import { useWindowEvent } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'
import { focusTimerInput } from '../features/timer/timer-input-focus.ts'
import { useRunningTimer } from '../features/timer/timer.ts'
import { useStopTimer } from '../features/timer/timer-changes.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.tsx')).HelpDialog }))

/** One-key commands, heard only while nobody types and nothing lies over the page. */
export function Shortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false)
  const running = useRunningTimer()
  const stop = useStopTimer()

  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
      return
    if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return
    if (event.key === 'n') {
      event.preventDefault()
      focusTimerInput()
    } else if (event.key === 's' && running) stop.mutate()
    else if (event.key === '?') setHelpOpen(true)
  })

  if (!isHelpOpen) return null
  return (
    <Suspense>
      <HelpDialog
        onClose={() => {
          setHelpOpen(false)
        }}
      />
    </Suspense>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')
  )
}
