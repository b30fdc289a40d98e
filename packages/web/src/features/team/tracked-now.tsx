import { useTranslation } from 'react-i18next'
import { formatClock } from '../../lib/duration.ts'
import { useNow } from '../../lib/use-now.ts'
import list from '../../ui/list.module.css'
import { ProjectLabel } from '../projects/project-label.tsx'
import { useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { runningSeconds, type RunningTimer } from '../timer/timer.ts'
import classes from './tracked-now.module.css'

/** What somebody tracks now, on which project and for how long. */
export function TrackedNow({ timer }: { timer: RunningTimer }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { title, project_id, started_at, paused_at } = timer.entry
  const project = useProjectsById().get(project_id ?? 0)
  const start = Date.parse(started_at)
  const since = `${formats.day(formats.dayOf(start))}, ${formats.time(start)}`
  return (
    <div className={classes.now}>
      <div className={classes.what}>
        <span className={list.text} title={title ?? undefined}>
          {title ?? <span className={list.quiet}>{t('timer.untitled')}</span>}
        </span>
        {project && (
          <span className={classes.project}>
            <ProjectLabel project={project} />
          </span>
        )}
      </div>
      <span
        className={classes.clock}
        title={t('team.since', { time: since })}
        data-paused={paused_at !== null}
      >
        {paused_at !== null && <span className={classes.paused}>{t('timer.isPaused')}</span>}
        <Seconds timer={timer} />
      </span>
    </div>
  )
}

/** The one thing that is drawn anew each second. */
function Seconds({ timer }: { timer: RunningTimer }) {
  const now = useNow()
  return <time>{formatClock(runningSeconds(timer, now))}</time>
}
