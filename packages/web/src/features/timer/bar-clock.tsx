import { Button, Popover, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatClock } from '../../lib/duration.ts'
import { fromLocal, toLocal } from '../../lib/local-time.ts'
import { parseTimeOfDay } from '../../lib/time-of-day.ts'
import { useNow } from '../../lib/use-now.ts'
import { InlineField } from '../../ui/inline-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { useFormats } from '../session/formats.ts'
import { useDeleteEntries, useUpdateEntry } from './timer-changes.ts'
import { spanSeconds, type TimeSpan } from './timer-line.ts'
import { runningSeconds, type RunningTimer } from './timer.ts'
import classes from './bar-clock.module.css'

type Props = { timer: RunningTimer | null; span: TimeSpan | undefined }

/** The running clock; with nothing running, how long what is being typed would be. */
export function BarClock({ timer, span }: Props) {
  if (timer) return <RunningClock timer={timer} />
  return <span className={classes.idle}>{formatClock(span ? spanSeconds(span) : 0)}</span>
}

function RunningClock({ timer }: { timer: RunningTimer }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const isPaused = timer.entry.paused_at !== null
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.clock}
          data-paused={isPaused || undefined}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          {isPaused && <span className={classes.paused}>{t('timer.isPaused')}</span>}
          <Ticking timer={timer} />
          <VisuallyHidden>{t('timer.changeStart')}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('timer.changeStart')}>
        <StartEditor
          timer={timer}
          onDone={() => {
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function Ticking({ timer }: { timer: RunningTimer }) {
  const now = useNow()
  return <time className={classes.time}>{formatClock(runningSeconds(timer, now))}</time>
}

function StartEditor({ timer: { entry }, onDone }: { timer: RunningTimer; onDone: () => void }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const update = useUpdateEntry()
  const remove = useDeleteEntries()
  const startedAt = Date.parse(entry.started_at)

  function moveStart(secondOfDay: number) {
    const { day } = toLocal(startedAt, formats.zone)
    const started = fromLocal({ day, secondOfDay }, formats.zone)
    if (started > Date.now()) return showNotice({ message: t('timer.startInFuture') })
    update.mutate({ id: entry.id, changes: { started_at: new Date(started).toISOString() } })
  }

  return (
    <div className={classes.editor}>
      <div className={classes.start}>
        <span>{t('timer.startedAt')}</span>
        <InlineField
          label={t('timer.startedAt')}
          text={formats.time(startedAt)}
          parse={parseTimeOfDay}
          onCommit={moveStart}
          align="right"
          className={classes.field}
        />
      </div>
      <Button
        color="danger"
        variant="subtle"
        onClick={() => {
          onDone()
          remove.mutate([entry.id])
        }}
      >
        {t('timer.discard')}
      </Button>
    </div>
  )
}
