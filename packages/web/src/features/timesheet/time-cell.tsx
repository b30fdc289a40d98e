import { UnstyledButton } from '@mantine/core'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { parseDuration } from '../../lib/duration.ts'
import { useFormats } from '../session/formats.ts'
import { CellMark } from './cell-mark.tsx'
import type { Cell, CellLock } from './week-rows.ts'
import classes from './time-cell.module.css'

type Props = {
  /** The thing and the day it is for. */
  label: string
  cell: Cell
  seconds: number
  lock: CellLock | undefined
  /** Why nothing can be typed, or what else there is to know; read after the label. */
  note: string | undefined
  onFocus?: () => void
  onCommit: (seconds: number) => void
  /** What is typed cannot be read, or is no longer there. */
  onInvalid: (isInvalid: boolean) => void
  onOpen: () => void
}

const longestDay = 24 * 3600

/** One day of a row: what is typed takes the place of what stands there, once the field is left. */
export function TimeCell({ label, cell, seconds, lock, note, ...on }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [draft, setDraft] = useState<string>()
  const [isInvalid, setInvalid] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const text = seconds > 0 ? formats.exactDuration(seconds) : ''

  function judge(nextIsInvalid: boolean) {
    if (nextIsInvalid === isInvalid) return
    setInvalid(nextIsInvalid)
    on.onInvalid(nextIsInvalid)
  }

  function close() {
    setDraft(undefined)
    judge(false)
  }

  function leave() {
    if (draft === undefined || draft.trim() === text) return close()
    const typed = readCell(draft)
    if (typed === undefined) return judge(true)
    close()
    if (typed !== seconds) on.onCommit(typed)
  }

  // A key that leads to another page takes the field away without its being left.
  const leaveWithPage = useEffectEvent(() => {
    if (draft !== undefined) leave()
  })
  useEffect(
    () => () => {
      leaveWithPage()
    },
    [],
  )

  // Where nothing is being typed, the next key begins anew and arrows go on to the next cell.
  useLayoutEffect(() => {
    if (draft === undefined && document.activeElement === field.current) field.current?.select()
  }, [draft, text])

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter') return
    // Taken in at once: below the last row there is no cell to go on to.
    if (draft !== undefined) return flushSync(leave)
    if (cell.entries.length === 0) return
    event.preventDefault()
    on.onOpen()
  }

  return (
    <span className={classes.cell} data-locked={lock !== undefined || undefined}>
      <CellMark cell={cell} lock={lock} />
      {cell.entries.length > 1 && (
        <UnstyledButton
          className={classes.count}
          // Enter in the field does the same, and Tab goes from field to field.
          tabIndex={-1}
          aria-label={t('timesheet.openEntries', { count: cell.entries.length, name: label })}
          onClick={on.onOpen}
        >
          {cell.entries.length}
        </UnstyledButton>
      )}
      <input
        ref={field}
        className={classes.field}
        data-cell
        aria-label={label}
        aria-description={note}
        aria-invalid={isInvalid || undefined}
        readOnly={lock !== undefined}
        placeholder="–"
        value={draft ?? text}
        autoComplete="off"
        enterKeyHint="next"
        onFocus={(event) => {
          event.currentTarget.select()
          on.onFocus?.()
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          judge(false)
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}

/** An emptied cell is nothing; a day has no more than its hours. */
function readCell(typed: string): number | undefined {
  if (typed.trim() === '' || typed.trim() === '–') return 0
  const seconds = parseDuration(typed)
  return seconds !== undefined && seconds <= longestDay ? seconds : undefined
}
