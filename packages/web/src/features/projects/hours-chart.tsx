import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import { formatPeriod, formatTick } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import classes from './project-page.module.css'
import '@mantine/charts/styles.layer.css'

type Props = { period: 'week' | 'month'; bars: readonly { start: string; seconds: number }[] }

/** Bars for the eye, and the same numbers as a table for the ear. */
export function HoursChart({ period, bars }: Props) {
  const { t } = useTranslation()
  const { locale, duration } = useFormats()
  const data = bars.map(({ start, seconds }) => ({
    start,
    tick: formatTick(period, start, { locale, isShort: false }),
    hours: seconds / 3600,
  }))
  return (
    <>
      <div aria-hidden>
        <BarChart
          className={classes.chart}
          data={data}
          dataKey="tick"
          series={[{ name: 'hours', label: t('projects.hours'), color: 'var(--ink-soft)' }]}
          valueFormatter={(hours) => duration(Math.round(hours * 3600))}
          accessibilityLayer={false}
          gridAxis="x"
          tickLine="none"
          strokeDasharray="0"
          gridColor="var(--hairline)"
          textColor="var(--ink-soft)"
          cursorFill="var(--hover)"
          maxBarWidth={32}
          yAxisProps={{ width: 52, allowDecimals: false }}
          xAxisProps={{ interval: 'preserveStartEnd' }}
          barProps={{ radius: [3, 3, 0, 0] }}
        />
      </div>
      <table className={classes.heard}>
        <caption>{t('projects.hoursOverTime')}</caption>
        <tbody>
          {bars.map(({ start, seconds }) => (
            <tr key={start}>
              <th scope="row">{formatPeriod(period, start, locale)}</th>
              <td>{duration(seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
