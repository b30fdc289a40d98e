import { useWindowEvent } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'
import { isCovered, isFreeKey } from '../lib/free-keys.ts'
import { focusTimerInput } from '../features/timer/timer-input-focus.ts'
import { useRunningTimer } from '../features/timer/timer.ts'
import { setPaletteOpen, usePaletteState } from './palette-state.ts'
import { goByRow } from './row-keys.ts'
import { usePauseTimer, useResumeTimer, useStopTimer } from '../features/timer/timer-changes.ts'

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.tsx')).HelpDialog }))
const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }))

/** One-key commands, heard only while nobody types and nothing lies over the page; the palette also while typing. */
export function Shortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false)
  const running = useRunningTimer()
  const stop = useStopTimer()
  const pause = usePauseTimer()
  const resume = useResumeTimer()
  const palette = usePaletteState()

  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented) return
    if (isPaletteKey(event)) {
      // Else a browser would put its own search there.
      event.preventDefault()
      if (palette === 'open' || !isCovered()) setPaletteOpen(palette !== 'open')
      return
    }
    goByRow(event)
    // The palette may still be on its way, and then its first letters would be heard here.
    if (palette === 'open' || !isFreeKey(event)) return
    if (event.key === 'n') {
      event.preventDefault()
      focusTimerInput()
    } else if (event.key === 's' && running) stop.mutate()
    else if (event.key === 'p' && running?.entry.paused_at) resume.mutate()
    else if (event.key === 'p' && running) pause.mutate()
    else if (event.key === '?') setHelpOpen(true)
  })

  return (
    <>
      {palette !== 'never' && (
        <Suspense>
          <Palette isOpen={palette === 'open'} />
        </Suspense>
      )}
      {isHelpOpen && (
        <Suspense>
          <HelpDialog
            onClose={() => {
              setHelpOpen(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

function isPaletteKey(event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey
  )
}
