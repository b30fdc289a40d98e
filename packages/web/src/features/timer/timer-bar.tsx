import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconCurrencyDollar,
  IconCurrencyDollarOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
  IconPlus,
  IconTag,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { projectChoice, useProjectsById } from '../projects/projects.ts'
import { TagPicker } from '../tags/tag-picker.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { BarClock } from './bar-clock.tsx'
import { useDraftModel, useRunningModel, type TimerBarModel } from './timer-bar-model.ts'
import { usePauseTimer, useResumeTimer, useStopTimer } from './timer-changes.ts'
import { TimerLineInput } from './timer-line-input.tsx'
import { useRunningTimer } from './timer.ts'
import classes from './timer-bar.module.css'

/** On every screen, in the same place: what runs, or the line that starts it. */
export function TimerBar() {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  const timer = useRunningTimer() ?? null
  const draft = useDraftModel()
  const running = useRunningModel(timer)
  const stop = useStopTimer()
  const model = running ?? draft

  if (!running && !canTrackTime(role)) return <p className={classes.readOnly}>{t('timer.readOnly')}</p>

  const isOpen =
    running !== undefined || draft.text !== '' || draft.projectId !== null || draft.tags.length > 0
  return (
    <section className={classes.bar} aria-label={t('timer.bar')} data-open={isOpen || undefined}>
      <div className={classes.line}>
        <TimerLineInput model={model} label={running ? t('timer.running') : t('timer.placeholder')} />
      </div>
      <div className={classes.parts}>
        <Parts model={model} />
      </div>
      <BarClock timer={timer} span={model.span} />
      <div className={classes.buttons}>
        {timer ? (
          <>
            <PauseButton isPaused={timer.entry.paused_at !== null} />
            <Tooltip label={t('timer.stopHint')}>
              <ActionIcon
                variant="filled"
                size={44}
                aria-label={t('timer.stop')}
                onClick={() => {
                  stop.mutate()
                }}
              >
                <IconPlayerStopFilled size={20} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </>
        ) : (
          <SubmitButton model={draft} />
        )}
      </div>
    </section>
  )
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  const { t } = useTranslation()
  const pause = usePauseTimer()
  const resume = useResumeTimer()
  return (
    <Tooltip label={t(isPaused ? 'timer.resumeHint' : 'timer.pauseHint')}>
      <ActionIcon
        className={classes.pause}
        aria-label={t(isPaused ? 'timer.resume' : 'timer.pause')}
        onClick={() => {
          if (isPaused) resume.mutate()
          else pause.mutate()
        }}
      >
        <Icon of={isPaused ? IconPlayerPlay : IconPlayerPause} size={20} />
      </ActionIcon>
    </Tooltip>
  )
}

function SubmitButton({ model }: { model: TimerBarModel }) {
  const { t } = useTranslation()
  const label = model.span ? t('timer.addEntry') : t('timer.start')
  return (
    <Tooltip label={label}>
      <ActionIcon variant="filled" size={44} aria-label={label} onClick={model.submit}>
        {model.span ? <Icon of={IconPlus} size={22} /> : <IconPlayerPlayFilled size={20} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}

function Parts({ model }: { model: TimerBarModel }) {
  const { t } = useTranslation()
  const project = useProjectsById().get(model.projectId ?? 0)
  const billingLabel = model.isBillable ? t('billing.billable') : t('billing.not_billable')
  return (
    <>
      <ProjectPicker
        workspaceId={model.workspaceId}
        value={model.projectId}
        onChange={model.setProject}
        label={projectChoice(project, t)}
        className={classes.project}
      >
        <ProjectLabel project={project} />
      </ProjectPicker>
      <TagPicker
        workspaceId={model.workspaceId}
        value={model.tags}
        onChange={model.setTags}
        label={model.tags.length > 0 ? t('tags.are', { names: model.tags.join(', ') }) : t('tags.choose')}
        className={classes.part}
      >
        <Icon of={IconTag} />
        {model.tags.length > 0 && <span className={classes.tags}>{model.tags.join(', ')}</span>}
      </TagPicker>
      <Tooltip label={billingLabel}>
        <UnstyledButton
          className={classes.part}
          aria-label={t('billing.billable')}
          aria-pressed={model.isBillable}
          onClick={() => {
            model.setBillable(!model.isBillable)
          }}
        >
          <Icon of={model.isBillable ? IconCurrencyDollar : IconCurrencyDollarOff} />
        </UnstyledButton>
      </Tooltip>
    </>
  )
}
