import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { formatDays } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import classes from './week-nav.module.css'

const DayCalendar = lazy(async () => ({ default: (await import('./day-calendar.tsx')).DayCalendar }))

type Props = { from: string; weekStart: number; onChange: (day: string | undefined) => void }

/** From week to week, to any day's, and back to this one. */
export function WeekNav({ from, weekStart, onChange }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [isOpen, popover] = useDisclosure(false)
  const to = addDays(from, 6)
  const days = formatDays({ from, to }, formats.locale)
  const today = formats.today()
  const isThisWeek = today >= from && today <= to
  return (
    <div className={classes.nav}>
      <IconButton
        icon={IconChevronLeft}
        size={36}
        label={t('reports.range.weekBefore')}
        onClick={() => {
          onChange(addDays(from, -7))
        }}
      />
      <Popover opened={isOpen} onChange={popover.toggle} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.days}
            aria-label={t('timesheet.week', { days })}
            onClick={popover.toggle}
          >
            <Icon of={IconCalendar} size={16} />
            {days}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={<div className={classes.calendar} />}>
            <DayCalendar
              day={isThisWeek ? today : from}
              weekStart={weekStart}
              onChange={(day) => {
                onChange(day)
                popover.close()
              }}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <IconButton
        icon={IconChevronRight}
        size={36}
        label={t('reports.range.weekAfter')}
        onClick={() => {
          onChange(addDays(from, 7))
        }}
      />
      {!isThisWeek && (
        <Button
          variant="subtle"
          onClick={() => {
            onChange(undefined)
          }}
        >
          {t('reports.range.this_week')}
        </Button>
      )}
    </div>
  )
}
