import { BarChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import type { Bar, Bars, Part } from './chart-data.ts'
import { formatPeriod, formatTick } from './dates.ts'
import { lineName } from './labels.ts'
import { useReader } from './reader.tsx'
import classes from './when-chart.module.css'
import '@mantine/charts/styles.layer.css'

const whole = 'whole'

/** What a legend has room for; the list beside it and the table have the whole name. */
const longestName = 28

/** When the time was: a bar for each day, week or month. The table says the same in words. */
export function WhenChart({
  bars: { period, parts, bars },
  withLegend,
}: {
  bars: Bars
  withLegend: boolean
}) {
  const { t } = useTranslation()
  const { locale, duration } = useReader()
  const nameOf = ({ line }: Part) => (line ? lineName(line, { t, locale }) : t('reports.rest'))
  const series =
    parts.length > 0
      ? parts.map((part) => ({ name: part.id, label: shortened(nameOf(part)), color: part.color }))
      : [{ name: whole, label: t('reports.hours'), color: 'var(--ink-soft)' }]
  const data = bars.map((bar) => ({
    start: bar.start,
    ...(parts.length > 0 ? Object.fromEntries(bar.seconds) : { [whole]: bar.total }),
  }))
  return (
    <figure
      className={classes.figure}
      role="img"
      aria-label={t('reports.whenChart', { period: t(`reports.by.${period}`) })}
    >
      <BarChart
        className={classes.chart}
        classNames={{ legend: classes.legend, legendItem: classes.legendItem }}
        h={220}
        type="stacked"
        data={data}
        dataKey="start"
        series={series}
        withLegend={withLegend && parts.length > 1}
        legendProps={{ verticalAlign: 'bottom' }}
        gridColor="var(--hairline)"
        textColor="var(--ink-soft)"
        cursorFill="var(--hover)"
        strokeDasharray="0"
        tickLine="none"
        maxBarWidth={48}
        barProps={{ stroke: 'var(--paper)', strokeOpacity: 1, strokeWidth: 1 }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 4, right: 0, bottom: 0, left: 10 } }}
        xAxisProps={{
          tickFormatter: (start: string) => formatTick(period, start, { locale, isShort: bars.length <= 7 }),
        }}
        yAxisProps={{
          width: 'auto',
          ticks: hourTicks(bars),
          tickFormatter: (seconds: number) => t('reports.hourTick', { count: Math.round(seconds / 3600) }),
        }}
        tooltipProps={{
          content: ({ label }) => {
            const bar = bars.find(({ start }) => start === label)
            if (!bar) return null
            return (
              <div className={classes.tooltip}>
                <div className={classes.tooltipHead}>
                  <span>{formatPeriod(period, bar.start, locale)}</span>
                  <strong>{duration(bar.total)}</strong>
                </div>
                {parts.map((part) => {
                  const seconds = bar.seconds.get(part.id)
                  return (
                    seconds !== undefined && (
                      <div key={part.id} className={classes.tooltipLine}>
                        <span className={classes.swatch} style={{ background: part.color }} />
                        <span className={classes.tooltipName}>{nameOf(part)}</span>
                        <span>{duration(seconds)}</span>
                      </div>
                    )
                  )
                })}
              </div>
            )
          },
        }}
      />
    </figure>
  )
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name
}

/** Whole hours that people count in, four or five of them. */
function hourTicks(bars: readonly Bar[]): number[] {
  const most = Math.max(1, ...bars.map(({ total }) => total / 3600))
  const steps = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000]
  const step = steps.find((size) => most / size <= 4) ?? most
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step * 3600)
}
