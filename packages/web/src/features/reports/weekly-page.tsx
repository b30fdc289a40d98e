import { useQuery } from '@tanstack/react-query'
import type { Report } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { addDays } from '../../lib/local-time.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { formatDay } from './dates.ts'
import { GroupBar } from './group-bar.tsx'
import { groupingName, lineName } from './labels.ts'
import { LineDot } from './line-dot.tsx'
import { isPeriod, type Question } from './question.ts'
import { useReader } from './reader.tsx'
import { reportQuery } from './reports.ts'
import { NothingFound } from './summary-page.tsx'
import { useQuestion, useWall } from './use-question.ts'
import { weekOf } from './week.ts'
import classes from './weekly-page.module.css'

const mostLines = 5000

/** The question of a week: what is in the rows, and its days. */
export function weeklyQuestion(question: Question, week: { from: string; to: string }): Question {
  const { range: _, ...rest } = question
  const row = question.group_by?.find((by) => !isPeriod(by)) ?? 'project'
  return { ...rest, ...week, group_by: [row, 'day'] }
}

/** A week as a grid: things down, its seven days across. */
export function WeeklyPage() {
  const { question, workspaceId } = useQuestion()
  const week = weekOf(question, useWall())
  const asked = weeklyQuestion(question, week)
  const query = useQuery(reportQuery({ question: asked, workspaceId, limit: mostLines }))
  const days = useQuery(reportQuery({ question: { ...asked, group_by: ['day'] }, workspaceId }))
  const error = query.error ?? days.error
  if (error && (!query.data || query.isPlaceholderData)) {
    const retry = () => Promise.all([query.refetch(), days.refetch()])
    return <ErrorState error={error} onRetry={() => inBackground(retry())} />
  }
  if (!query.data || !days.data) return <RowsSkeleton />
  if (query.data.total.entries === 0) return <NothingFound />
  return (
    <div
      className={classes.week}
      data-old={query.isPlaceholderData || undefined}
      aria-busy={query.isFetching}
    >
      <GroupBar isWeekly />
      <WeekGrid rows={query.data} days={days.data} from={week.from} />
    </div>
  )
}

function WeekGrid({ rows, days, from }: { rows: Report; days: Report; from: string }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const [by = 'project'] = rows.group_by
  const week = Array.from({ length: 7 }, (_, index) => addDays(from, index))
  return (
    <>
      <div className={classes.scroller} role="region" aria-label={t('reports.weekTable')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.name}>
                {groupingName(by, t)}
              </th>
              {week.map((day) => (
                <th key={day} scope="col">
                  {formatDay(day, locale)}
                </th>
              ))}
              <th scope="col">{t('reports.total')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.groups.map((line) => (
              <tr key={String(line.key)}>
                <th scope="row" className={classes.name}>
                  <span className={classes.label}>
                    <LineDot line={line} />
                    <span className={classes.text} title={lineName(line, { t, locale })}>
                      {lineName(line, { t, locale })}
                    </span>
                  </span>
                </th>
                <DayCells week={week} lines={line.groups} total={line.total.seconds} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={classes.name}>
                {t('reports.total')}
              </th>
              <DayCells week={week} lines={days.groups} total={days.total.seconds} />
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.is_cut && <p className={classes.note}>{t('reports.isCut', { count: rows.row_count })}</p>}
      {rows.repeats_entries && <p className={classes.note}>{t('reports.repeatsEntries')}</p>}
    </>
  )
}

type CellsProps = { week: string[]; lines: Report['groups']; total: number }

function DayCells({ week, lines, total }: CellsProps) {
  const { duration } = useReader()
  const byDay = new Map(lines.map(({ key, total: { seconds } }) => [String(key), seconds]))
  return (
    <>
      {week.map((day) => {
        const seconds = byDay.get(day)
        return (
          <td key={day}>
            {seconds === undefined ? <span className={classes.nothing}>–</span> : duration(seconds)}
          </td>
        )
      })}
      <td className={classes.sum}>{duration(total)}</td>
    </>
  )
}
