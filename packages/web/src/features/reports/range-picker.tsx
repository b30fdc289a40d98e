import { Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { HintedButton } from '../../ui/hinted-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { formatDays, nameOfDays } from './dates.ts'
import { namedRanges } from './question.ts'
import { daysOf, shiftDays, type Days } from './ranges.ts'
import { useReader } from './reader.tsx'
import { useQuestion, useWall } from './use-question.ts'
import { weekAround, weekOf } from './week.ts'
import classes from './range-picker.module.css'

const DayRange = lazy(async () => ({ default: (await import('./day-range.tsx')).DayRange }))

/** Which days: by name, by the calendar, or the ones before and after. */
export function RangePicker({ isWeekly }: { isWeekly: boolean }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const wall = useWall()
  const { question, ask } = useQuestion()
  const [isOpen, popover] = useDisclosure(false)
  const days = isWeekly ? weekOf(question, wall) : daysOf(question, wall)
  const name = isWeekly || !question.range || question.from || question.to ? undefined : question.range

  function choose(next: Days) {
    ask({ ...next, range: undefined })
  }

  const text = days ? (nameOfDays(days, locale) ?? formatDays(days, locale)) : t('reports.range.all')
  return (
    <div className={classes.range}>
      {days && (
        <HintedButton
          hint={isWeekly ? t('reports.range.weekBefore') : t('reports.range.before')}
          className={classes.arrow}
          onClick={() => {
            choose(shiftDays(days, -1))
          }}
        >
          <Icon of={IconChevronLeft} />
        </HintedButton>
      )}
      <Popover opened={isOpen} onChange={popover.toggle} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.button}
            aria-label={t('reports.range.is', {
              days: name ? `${t(`reports.range.${name}`)} ${text}` : text,
            })}
            onClick={popover.toggle}
          >
            <Icon of={IconCalendar} size={16} />
            {name && <strong className={classes.name}>{`${t(`reports.range.${name}`)} `}</strong>}
            <span className={name ? classes.quiet : classes.name}>{text}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={classes.dropdown} aria-label={t('reports.range.title')}>
          <ul className={classes.names}>
            {namedRanges.map((range) => (
              <li key={range}>
                <UnstyledButton
                  className={classes.preset}
                  aria-pressed={range === name}
                  data-autofocus={range === name || undefined}
                  onClick={() => {
                    ask({ range, from: undefined, to: undefined })
                    popover.close()
                  }}
                >
                  {t(`reports.range.${range}`)}
                </UnstyledButton>
              </li>
            ))}
            {!isWeekly && (
              <li>
                <UnstyledButton
                  className={classes.preset}
                  aria-pressed={!days}
                  onClick={() => {
                    ask({ range: undefined, from: undefined, to: undefined })
                    popover.close()
                  }}
                >
                  {t('reports.range.all')}
                </UnstyledButton>
              </li>
            )}
          </ul>
          <Suspense fallback={<div className={classes.calendar} />}>
            <DayRange
              days={days}
              onChange={(next) => {
                choose(isWeekly ? weekAround(next.to, wall) : next)
                popover.close()
              }}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {days && (
        <HintedButton
          hint={isWeekly ? t('reports.range.weekAfter') : t('reports.range.after')}
          className={classes.arrow}
          onClick={() => {
            choose(shiftDays(days, 1))
          }}
        >
          <Icon of={IconChevronRight} />
        </HintedButton>
      )}
    </div>
  )
}
