import { DayView, WeekView } from '@mantine/schedule'
import type { DayViewProps, ScheduleEventData, WeekViewProps } from '@mantine/schedule'
import { Box, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Entry } from '@sundial/sdk'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { useFormats } from '../session/formats.ts'
import type { EntryPreset } from '../timer/entry-dialog.tsx'
import { addToWall, firstHourOf, readWall, stepSeconds } from './blocks.ts'
import { EntryBlock } from './entry-block.tsx'
import { movedTo, stretchedTo, timesBetween } from './entry-moves.ts'
import classes from './time-grid.module.css'
import { NowLine } from './now-line.tsx'
import type { Address } from './use-address.ts'
import { useBlockKeys } from './use-block-keys.ts'
import { useEntryMoves } from './use-entry-moves.ts'
import { useHold } from './use-hold.ts'
import { useSlotProps } from './use-slot-props.ts'
import { UsageStrip } from './usage-strip.tsx'
import type { Strip } from './usage-strips.ts'
import { nowId, useGridContent } from './use-grid-content.ts'
import { laneWidth } from './use-usage.ts'
import '@mantine/dates/styles.layer.css'
import '@mantine/schedule/styles.layer.css'

type Props = {
  view: 'day' | 'week'
  address: Address
  entries: readonly Entry[]
  onOpen: (entry: Entry) => void
  onCreate: (preset: EntryPreset) => void
}

/** What a click on a free hour offers. */
const offeredSeconds = 2 * stepSeconds

/** Days side by side, hour by hour, with the entries as blocks that can be moved and stretched. */
export function TimeGrid({ view, address, entries, onOpen, onCreate }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { zone } = formats
  // Where dragging scrolls, a touch opens and the dialog has the times.
  const isTouch = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false })
  const { days, blocks, strips, events, usage } = useGridContent(address.days, entries)
  const { move, lockOf, refuse, said } = useEntryMoves()
  const keys = useBlockKeys({ blocks, move, lockOf, refuse })
  const hold = useHold()
  const slotProps = useSlotProps(days)
  const [firstHour] = useState(() => firstHourOf(blocks))

  const blockOf = ({ id }: ScheduleEventData) => blocks.find((block) => block.id === id)
  const isFree = (event: ScheduleEventData) => {
    const block = blockOf(event)
    return block !== undefined && !isTouch && lockOf(block.entry) === undefined
  }

  const use = ({ start, end }: Strip) => {
    onCreate({ start, end, title: usage.titleOf({ start, end }) })
  }

  const grid = {
    className: classes.view,
    scrollAreaProps: { className: classes.scroll },
    events,
    withHeader: false,
    intervalMinutes: 15,
    eventDragInterval: 15,
    eventResizeInterval: 15,
    withSubHourGridLines: false,
    withCurrentTimeIndicator: false,
    // A quarter of it is the least that a pointer can be asked to meet.
    slotHeight: 96,
    slotLabelFormat: (at) => formats.timeOfDay(readWall(at).secondOfDay),
    startScrollTime: firstHour,
    getTimeSlotProps: slotProps,
    withEventsDragAndDrop: !isTouch,
    withEventResize: !isTouch,
    withDragSlotSelect: !isTouch,
    canDragEvent: isFree,
    canResizeEvent: isFree,
    renderEvent: (event, given) => {
      if (event.id === nowId) return <NowLine />
      const strip = strips.find(({ id }) => id === event.id)
      if (strip) return <UsageStrip strip={strip} onUse={use} />
      const block = blockOf(event)
      if (!block) return <></>
      return (
        <EntryBlock block={block} lock={lockOf(block.entry)} given={given} onHold={hold.begin} onKey={keys} />
      )
    },
    onEventClick: (event) => {
      const block = blockOf(event)
      if (block) onOpen(block.entry)
    },
    onTimeSlotClick: ({ slotStart }) => {
      const start = readWall(slotStart)
      onCreate(timesBetween(start, addToWall(start, offeredSeconds), zone))
    },
    onSlotDragEnd: (from, to) => {
      const times = timesBetween(readWall(from), readWall(to), zone)
      onCreate({ ...times, title: usage.titleOfDrag(times) })
    },
    onEventDrop: ({ event, newStart }) => {
      const block = blockOf(event)
      if (block) move(block.entry, movedTo(block, readWall(newStart), zone))
    },
    onEventResize: ({ event, newStart, newEnd }) => {
      const block = blockOf(event)
      if (!block) return
      const isStart = newStart !== dayjs(event.start).format('YYYY-MM-DD HH:mm:ss')
      const time = readWall(isStart ? newStart : newEnd)
      move(block.entry, stretchedTo(block.entry, isStart ? 'start' : 'end', { time, zone }))
    },
  } satisfies Partial<DayViewProps & WeekViewProps>

  return (
    <Box
      className={classes.grid}
      role="group"
      aria-label={t('calendar.grid')}
      style={{ '--lane': `${strips.length > 0 ? laneWidth : 0}px` }}
      onPointerDownCapture={usage.notePress}
      onDragOverCapture={hold.shift}
      onDropCapture={hold.shift}
    >
      {view === 'week' ? (
        <WeekView
          {...grid}
          date={address.days.from}
          firstDayOfWeek={toDayOfWeek(address.weekStart)}
          withAllDaySlots={false}
        />
      ) : (
        <DayView {...grid} date={address.day} withAllDaySlot={false} />
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Box>
  )
}
