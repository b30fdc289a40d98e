import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { formatDays, formatPeriod } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import classes from './calendar-nav.module.css'
import type { Address } from './use-address.ts'
import { stepView, views } from './views.ts'

const DayCalendar = lazy(async () => ({
  default: (await import('../timesheet/day-calendar.tsx')).DayCalendar,
}))

/** Which days are shown, the way to others, how many at once, and what they sum up to. */
export function CalendarNav({ address, total }: { address: Address; total: ReactNode }) {
  const { t } = useTranslation()
  const { locale } = useFormats()
  const { view, day, days, weekStart, isPhone, go } = address
  const [isOpen, popover] = useDisclosure(false)
  const name = view === 'week' ? formatDays(days, locale) : formatPeriod(view, days.from, locale)
  return (
    <div className={classes.nav}>
      <div className={classes.steps}>
        <IconButton
          icon={IconChevronLeft}
          size={36}
          label={t(`calendar.previous.${view}`)}
          onClick={() => {
            go({ day: stepView(view, day, -1) })
          }}
        />
        <Popover opened={isOpen} onChange={popover.toggle} position="bottom-start" trapFocus>
          <Popover.Target>
            <UnstyledButton
              className={classes.days}
              aria-label={t('calendar.choose', { days: name })}
              onClick={popover.toggle}
            >
              <Icon of={IconCalendar} size={16} />
              {name}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={<div className={classes.calendar} />}>
              <DayCalendar
                day={day}
                weekStart={weekStart}
                onChange={(chosen) => {
                  go({ day: chosen })
                  popover.close()
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
        <IconButton
          icon={IconChevronRight}
          size={36}
          label={t(`calendar.next.${view}`)}
          onClick={() => {
            go({ day: stepView(view, day, 1) })
          }}
        />
        <Button
          variant="subtle"
          onClick={() => {
            go({ day: undefined })
          }}
        >
          {t('dates.today')}
        </Button>
      </div>
      <nav className={classes.views} aria-label={t('calendar.views')}>
        {views
          .filter((each) => !isPhone || each !== 'week')
          .map((each) => (
            <Link
              key={each}
              to="/calendar"
              search={(before) => ({ ...before, view: each })}
              aria-current={each === view ? 'page' : undefined}
              activeProps={{ 'aria-current': undefined }}
              className={classes.view}
            >
              {t(`calendar.view.${each}`)}
            </Link>
          ))}
      </nav>
      {total}
    </div>
  )
}
