import { LineChart } from '@mantine/charts'
import type { Budget } from '@sundial/sdk'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../session/formats.ts'
import type { BurnDown, BurnPoint } from './burn-down.ts'
import classes from './burn-down.module.css'
import { useMoney } from './use-money.ts'
import '@mantine/charts/styles.layer.css'

type Props = { drawn: BurnDown; budget: Budget; today: string }

type Line = Exclude<keyof BurnPoint, 'day'>

/** Each line has its own pattern, so that nobody need tell colours apart. */
const patterns: Record<Line, string | undefined> = { left: undefined, ideal: '2 4', expected: '8 5' }
const colors: Record<Line, string> = {
  left: 'var(--ink)',
  ideal: 'var(--edge)',
  expected: 'var(--ink-soft)',
}

/** Lines for the eye, and the same numbers as a table for the ear. */
export function BurnDownChart({ drawn, budget, today }: Props) {
  const { t } = useTranslation()
  const { locale, duration } = useFormats()
  const money = useMoney()
  const tick = useMemo(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
    [locale],
  )
  const isTime = budget.seconds !== null
  // The chart divides its height into hours, or whole amounts, that people count in.
  const unit = isTime ? 3600 : 1
  const write = (value: number) =>
    isTime ? writeDuration(value, duration) : money.amount(Math.round(value), budget.currency ?? '')
  const lines = (['left', 'ideal', 'expected'] as const).filter(
    (line) => line === 'left' || (line === 'ideal' ? drawn.hasIdeal : drawn.hasForecast),
  )
  return (
    <>
      <div aria-hidden>
        <ul className={classes.legend}>
          {lines.map((line) => (
            <li key={line}>
              <svg width="28" height="8" viewBox="0 0 28 8">
                <line
                  x1="0"
                  x2="28"
                  y1="4"
                  y2="4"
                  stroke={colors[line]}
                  strokeWidth="2"
                  strokeDasharray={patterns[line]}
                />
              </svg>
              {t(`budgets.burnDown.${line}`)}
            </li>
          ))}
        </ul>
        <LineChart
          className={classes.chart}
          data={drawn.points.map(({ day, ...point }) => ({
            day,
            ...Object.fromEntries(lines.map((line) => [line, inUnits(point[line], unit)])),
          }))}
          dataKey="day"
          series={lines.map((line) => ({
            name: line,
            label: t(`budgets.burnDown.${line}`),
            color: colors[line],
            ...(patterns[line] && { strokeDasharray: patterns[line] }),
          }))}
          curveType="linear"
          withDots={false}
          connectNulls={false}
          valueFormatter={(value) => write(value * unit)}
          gridAxis="x"
          tickLine="none"
          strokeDasharray="0"
          gridColor="var(--hairline)"
          textColor="var(--ink-soft)"
          referenceLines={[
            {
              x: today,
              label: t('dates.today'),
              color: 'var(--edge)',
              // On the side where there is room.
              labelPosition: isLateIn(drawn, today) ? 'insideTopRight' : 'insideTopLeft',
            },
          ]}
          yAxisProps={{ width: 76, tickFormatter: (value: number) => write(value * unit) }}
          xAxisProps={{
            interval: 'preserveStartEnd',
            minTickGap: 24,
            tickFormatter: (day: string) => tick.format(Date.parse(`${day}T00:00:00Z`)),
          }}
          tooltipProps={{
            labelFormatter: (day) => (typeof day === 'string' ? money.day(day) : day),
          }}
          lineChartProps={{ accessibilityLayer: false }}
        />
      </div>
      <table className={classes.heard}>
        <caption>{t('budgets.burnDown.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('timer.day')}</th>
            {lines.map((line) => (
              <th key={line} scope="col">
                {t(`budgets.burnDown.${line}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.points.map((point) => (
            <tr key={point.day}>
              <th scope="row">{money.day(point.day)}</th>
              {lines.map((line) => (
                <td key={line}>{point[line] === null ? '–' : write(point[line])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function inUnits(value: number | null, unit: number): number | null {
  return value === null ? null : value / unit
}

function isLateIn({ points }: BurnDown, today: string): boolean {
  return points.findIndex(({ day }) => day === today) * 2 > points.length
}

/** What is overdrawn is less than nothing. */
function writeDuration(seconds: number, duration: (seconds: number) => string): string {
  const minutes = Math.round(Math.abs(seconds) / 60) * 60
  return `${seconds < 0 && minutes > 0 ? '−' : ''}${duration(minutes)}`
}
