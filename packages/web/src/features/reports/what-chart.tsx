import type { ReportLine } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { ProjectDot } from '../projects/project-label.tsx'
import { partId, restColor, type Part } from './chart-data.ts'
import { lineName } from './labels.ts'
import { useReader } from './reader.tsx'
import classes from './what-chart.module.css'

const mostShown = 8

type Props = {
  lines: readonly ReportLine[]
  seconds: number
  /** The parts of the bars beside it, whose colours these lines have. */
  parts: readonly Part[]
}

/** What the time went to: the longest lines, each with its share of all. */
export function WhatChart({ lines, seconds, parts }: Props) {
  const { t } = useTranslation()
  const { locale, duration } = useReader()
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const sorted = [...lines].sort((a, b) => b.total.seconds - a.total.seconds)
  const shown = sorted.length > mostShown ? sorted.slice(0, mostShown - 1) : sorted
  const longest = Math.max(1, shown[0]?.total.seconds ?? 0)
  const rest = sorted.slice(shown.length)
  return (
    <ul className={classes.bars} aria-label={t('reports.whatChart')}>
      {shown.map((line) => {
        const name = lineName(line, { t, locale })
        const color = parts.find(({ id }) => id === partId(line))?.color ?? restColor
        return (
          <li key={String(line.key)} className={classes.bar}>
            <ProjectDot color={color} />
            <span className={classes.name} title={name}>
              {name}
            </span>
            <span className={classes.share}>
              {percent.format(seconds > 0 ? line.total.seconds / seconds : 0)}
            </span>
            <span className={classes.value}>{duration(line.total.seconds)}</span>
            <span className={classes.track}>
              <span
                className={classes.fill}
                style={{ width: `${(line.total.seconds / longest) * 100}%`, background: color }}
              />
            </span>
          </li>
        )
      })}
      {rest.length > 0 && <li className={classes.rest}>{t('reports.moreBelow', { count: rest.length })}</li>}
    </ul>
  )
}
