import type { Entry } from '@sundial/sdk'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useFormats } from '../session/formats.ts'
import type { DayGroup } from './day-groups.ts'
import { DayHead } from './day-head.tsx'
import { EntryRow } from './entry-row.tsx'
import type { EntrySelection } from './entry-selection.ts'
import { FoldedRow } from './folded-row.tsx'
import { listItems, placeInDay, type ListItem } from './list-items.ts'
import { useLines, type LinePlace } from './use-lines.ts'
import classes from './entry-list.module.css'

type Props = {
  days: readonly DayGroup[]
  selection: EntrySelection
  isReadOnly: boolean
  onEdit: (entry: Entry) => void
  /** Called when nearly all that is there has been seen. */
  onNearEnd: () => void
}

/** Days and what was done on them, for any number of years: only the lines on the screen are there. */
export function EntryList({ days, selection, isReadOnly, onEdit, onNearEnd }: Props) {
  const formats = useFormats()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo(() => listItems(days, open), [days, open])
  const { container, places, height, isNearEnd, onFocus } = useLines(items)

  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, onNearEnd, items])

  const toggle = useCallback((key: string) => {
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])

  return (
    <div
      ref={container}
      className={classes.list}
      style={{ height }}
      data-picking={selection.isPicking || undefined}
      onFocus={onFocus}
    >
      {byDay(items, places).map(({ day, head, lines }) => (
        <section key={day.day} aria-label={formats.day(day.day)}>
          {head && (
            <DayHead
              group={day}
              isFirst={day === days[0]}
              selection={selection}
              isReadOnly={isReadOnly}
              {...head}
            />
          )}
          <ul data-rows className={classes.rows}>
            {lines.map(({ item, place }) => {
              const shared = { ...place, ...placeInDay(items, place.index), selection, isReadOnly }
              return item.kind === 'folded' ? (
                <FoldedRow
                  key={item.key}
                  group={item.group}
                  isOpen={item.isOpen}
                  onToggle={toggle}
                  {...shared}
                />
              ) : (
                <EntryRow
                  key={item.key}
                  entry={item.entry}
                  isInside={item.isInside}
                  onEdit={onEdit}
                  {...shared}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

type Line = { item: Exclude<ListItem, { kind: 'day' }>; place: LinePlace }
type DrawnDay = { day: DayGroup; head: LinePlace | undefined; lines: Line[] }

/** What is drawn of each day; of the one at the top of the screen perhaps not its head. */
function byDay(items: readonly ListItem[], places: readonly LinePlace[]): DrawnDay[] {
  const drawn: DrawnDay[] = []
  for (const place of places) {
    const item = items[place.index]
    if (!item) continue
    let last = drawn.at(-1)
    if (last?.day !== item.day) {
      last = { day: item.day, head: undefined, lines: [] }
      drawn.push(last)
    }
    if (item.kind === 'day') last.head = place
    else last.lines.push({ item, place })
  }
  return drawn
}
