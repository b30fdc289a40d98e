import { Popover, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { Chip, ChipButton } from './filter-chip.tsx'
import { roundingModes, roundingPers, type Question } from './question.ts'
import { useQuestion } from './use-question.ts'
import classes from './more-chip.module.css'

const lengths = [1, 5, 6, 10, 12, 15, 20, 30, 60]
const theirs = 'workspace'

/** What is asked seldom: running timers, rounding, and to which day a night belongs. */
export function MoreChip() {
  const { t } = useTranslation()
  const { question, ask } = useQuestion()
  const set = [question.running, question.rounding, question.attribution, question.custom_field]
  const count = set.filter((value) => value !== undefined).length
  const value = count > 0 ? String(count) : undefined
  return (
    <Chip
      kind={t('reports.more')}
      value={value}
      onClear={() => {
        ask({
          running: undefined,
          attribution: undefined,
          custom_field: undefined,
          custom_value: undefined,
          ...noRounding,
        })
      }}
    >
      <Popover position="bottom-start" trapFocus withinPortal width={300}>
        <Popover.Target>
          <ChipButton kind={t('reports.more')} value={value} />
        </Popover.Target>
        <Popover.Dropdown className={classes.fields} aria-label={t('reports.more')}>
          <RunningField />
          <RoundingFields />
          <AttributionField />
        </Popover.Dropdown>
      </Popover>
    </Chip>
  )
}

const noRounding = { rounding: undefined, rounding_minutes: undefined, rounding_per: undefined }
const inside = { withinPortal: false }

function RunningField() {
  const { t } = useTranslation()
  const { question, ask } = useQuestion()
  return (
    <Select
      label={t('reports.running.title')}
      comboboxProps={inside}
      allowDeselect={false}
      data={[
        { value: 'any', label: t('reports.running.any') },
        { value: 'true', label: t('reports.running.only') },
        { value: 'false', label: t('reports.running.without') },
      ]}
      value={String(question.running ?? 'any')}
      onChange={(choice) => {
        ask({ running: choice === 'any' ? undefined : choice === 'true' })
      }}
    />
  )
}

function RoundingFields() {
  const { t } = useTranslation()
  const { question, ask, workspaceId } = useQuestion()
  const workspace = useWorkspace(workspaceId)
  const settled = {
    rounding: workspace?.rounding_mode ?? 'none',
    rounding_minutes: workspace?.rounding_minutes ?? 15,
    rounding_per: workspace?.rounding_per ?? 'entry',
  } as const
  const chosen: typeof settled | Required<Pick<Question, keyof typeof settled>> = {
    rounding: question.rounding ?? settled.rounding,
    rounding_minutes: question.rounding_minutes ?? settled.rounding_minutes,
    rounding_per: question.rounding_per ?? settled.rounding_per,
  }
  const rounds = question.rounding !== undefined && question.rounding !== 'none'
  const minutes = [...new Set([...lengths, chosen.rounding_minutes])].sort((a, b) => a - b)
  return (
    <>
      <Select
        label={t('reports.rounding.title')}
        comboboxProps={inside}
        allowDeselect={false}
        data={[
          { value: theirs, label: t('reports.rounding.workspace') },
          ...roundingModes.map((mode) => ({ value: mode, label: t(`reports.rounding.${mode}`) })),
        ]}
        value={question.rounding ?? theirs}
        onChange={(choice) => {
          const mode = roundingModes.find((known) => known === choice)
          ask(mode ? { ...chosen, rounding: mode } : noRounding)
        }}
      />
      {rounds && (
        <div className={classes.pair}>
          <Select
            label={t('reports.rounding.to')}
            comboboxProps={inside}
            allowDeselect={false}
            data={minutes.map((count) => ({
              value: String(count),
              label: t('reports.rounding.minutes', { count }),
            }))}
            value={String(chosen.rounding_minutes)}
            onChange={(choice) => {
              ask({ ...chosen, rounding_minutes: Number(choice) })
            }}
          />
          <Select
            label={t('reports.rounding.per')}
            comboboxProps={inside}
            allowDeselect={false}
            data={roundingPers.map((per) => ({ value: per, label: t(`reports.rounding.${per}`) }))}
            value={chosen.rounding_per}
            onChange={(choice) => {
              const per = roundingPers.find((known) => known === choice)
              if (per) ask({ ...chosen, rounding_per: per })
            }}
          />
        </div>
      )}
    </>
  )
}

function AttributionField() {
  const { t } = useTranslation()
  const { question, ask } = useQuestion()
  return (
    <Select
      label={t('reports.attribution.title')}
      comboboxProps={inside}
      allowDeselect={false}
      data={[
        { value: 'start', label: t('reports.attribution.start') },
        { value: 'split', label: t('reports.attribution.split') },
      ]}
      value={question.attribution ?? 'start'}
      onChange={(choice) => {
        ask({ attribution: choice === 'split' ? 'split' : undefined })
      }}
    />
  )
}
