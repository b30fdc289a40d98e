import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Entry } from '@sundial/sdk'
import type { ComponentPropsWithoutRef, CSSProperties, DragEvent, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocal } from '../../lib/local-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { projectName, useProjectsById } from '../projects/projects.ts'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { runningSeconds, useRunningTimer, type RunningTimer } from '../timer/timer.ts'
import type { CellLock } from '../timesheet/week-rows.ts'
import { placeOf, type Block } from './blocks.ts'
import classes from './entry-block.module.css'

type Props = {
  block: Block
  lock: CellLock | undefined
  /** What the grid wants of the button: its place, its handles, its part in dragging. */
  given: ComponentPropsWithoutRef<'button'> & { children: ReactNode }
  onHold: (event: DragEvent<HTMLElement>) => void
  onKey: (event: KeyboardEvent<HTMLElement>, block: Block) => void
}

/** An entry on a day of the calendar. */
export function EntryBlock(props: Props) {
  const timer = useRunningTimer()
  const { entry } = props.block
  if (timer && timer.entry.id === entry.id) return <RunningBlock {...props} timer={timer} />
  return <BlockButton {...props} seconds={entry.duration_seconds} />
}

/** The only block that is drawn again every second. */
function RunningBlock({ timer, ...props }: Props & { timer: RunningTimer }) {
  const { zone } = useFormats()
  const now = useNow()
  const { block, given } = props
  const seconds = runningSeconds(timer, now)
  if (block.continues) return <BlockButton {...props} seconds={seconds} />
  const wall = toLocal(now, zone)
  const to = wall.day === block.day ? Math.max(block.from, wall.secondOfDay) : block.to
  const style = { ...given.style, bottom: 'auto', height: `${placeOf({ ...block, to }).height}%` }
  return <BlockButton {...props} seconds={seconds} given={{ ...given, style }} />
}

function BlockButton({ block, lock, given, seconds, onHold, onKey }: Props & { seconds: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { entry } = block
  const project = useProjectsById().get(entry.project_id ?? 0)
  const title = entry.title ?? t('timer.untitled')
  const name = useBlockName({ entry, lock, title, seconds })
  return (
    <UnstyledButton
      {...given}
      className={`${given.className ?? ''} ${classes.block}`}
      style={{ ...besideLane(given.style), '--project': project?.color }}
      title={name}
      data-running={entry.ended_at === null || undefined}
      data-continued={block.isContinued || undefined}
      data-continues={block.continues || undefined}
      onDragStart={(event) => {
        onHold(event)
        given.onDragStart?.(event)
      }}
      onKeyDown={(event) => {
        onKey(event, block)
      }}
    >
      {given.children}
      <VisuallyHidden>{name}</VisuallyHidden>
      <span className={classes.text} aria-hidden>
        <span className={classes.title}>{title}</span>
        {project && <span className={classes.project}>{project.title}</span>}
        <span className={classes.duration}>{formats.duration(seconds)}</span>
      </span>
    </UnstyledButton>
  )
}

/** The lane of what devices saw takes its width from all blocks of a day alike. */
function besideLane(style: CSSProperties = {}): CSSProperties {
  const start = String(style.left ?? style.insetInlineStart ?? '0%')
  const width = String(style.width ?? '100%')
  return {
    ...style,
    insetInlineStart: undefined,
    left: `calc(${start} + var(--lane) * ${1 - parseFloat(start) / 100})`,
    width: `calc(${width} - var(--lane) * ${parseFloat(width) / 100})`,
  }
}

type Named = { entry: Entry; lock: CellLock | undefined; title: string; seconds: number }

/** All that the block shows, and its whole time where it shows a part of it. */
function useBlockName({ entry, lock, title, seconds }: Named): string {
  const { t } = useTranslation()
  const formats = useFormats()
  const project = useProjectsById().get(entry.project_id ?? 0)
  const start = Date.parse(entry.started_at)
  const words = {
    title,
    project: project ? projectName(project) : t('projects.none'),
    day: formatDay(formats.dayOf(start), formats.locale),
    from: formats.time(start),
    duration: formats.duration(seconds),
  }
  if (entry.ended_at === null) return t('calendar.blockRuns', words)
  const block = t('calendar.block', { ...words, to: formats.time(Date.parse(entry.ended_at)) })
  return lock ? t('calendar.blockLocked', { block, why: t(`timesheet.lock.${lock}`) }) : block
}
