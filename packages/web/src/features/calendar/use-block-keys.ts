import type { Entry } from '@sundial/sdk'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteEntries } from '../timer/timer-changes.ts'
import type { CellLock } from '../timesheet/week-rows.ts'
import { neighbourOf } from './block-neighbours.ts'
import type { Block } from './blocks.ts'
import { movedBy, stretchedBy, type Times } from './entry-moves.ts'

type Options = {
  blocks: readonly Block[]
  move: (entry: Entry, times: Times | undefined) => void
  lockOf: (entry: Entry) => CellLock | undefined
  refuse: (message: string) => void
}

/** Arrows go from block to block; with Alt they move one, with Shift as well they move its end; Delete takes it away. */
export function useBlockKeys({ blocks, move, lockOf, refuse }: Options) {
  const { t } = useTranslation()
  const remove = useDeleteEntries()
  const moved = useRef<string>(undefined)

  // On another day a block is another button.
  useEffect(() => {
    if (moved.current !== undefined && document.activeElement === document.body) focusBlock(moved.current)
    moved.current = undefined
  }, [blocks])

  return function onKey(event: KeyboardEvent<HTMLElement>, { id, entry }: Block) {
    if (event.ctrlKey || event.metaKey) return
    const steps = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (event.altKey) {
      if (steps === undefined) return
      event.preventDefault()
      moved.current = id
      move(entry, event.shiftKey ? stretchedBy(entry, steps) : movedBy(entry, steps))
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      const lock = lockOf(entry)
      if (lock && lock !== 'running') return refuse(t(`timesheet.lock.${lock}`))
      const next = neighbourOf(blocks, id, 'ArrowDown') ?? neighbourOf(blocks, id, 'ArrowUp')
      focusBlock(next?.id ?? '')
      remove.mutate([entry.id])
    } else if (event.key.startsWith('Arrow') && !event.shiftKey) {
      event.preventDefault()
      const next = neighbourOf(blocks, id, event.key)
      if (next) focusBlock(next.id)
    }
  }
}

function focusBlock(id: string) {
  document.querySelector<HTMLElement>(`[data-event-id="${CSS.escape(id)}"]`)?.focus()
}
