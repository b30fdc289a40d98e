import { Checkbox, UnstyledButton } from '@mantine/core'
import type { Report, ReportEntry } from '@sundial/sdk'
import { memo, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../lib/money.ts'
import { useWindowRows } from '../../ui/use-window-rows.ts'
import { ProjectDot } from '../projects/project-label.tsx'
import { useFormats } from '../session/formats.ts'
import { ApprovalMark } from '../timer/approval-mark.tsx'
import { BillingIcon } from '../timer/billing-icon.tsx'
import { useQuestion } from './use-question.ts'
import { useColorOfChain } from './use-color-of-chain.ts'
import type { Ticked } from './use-ticked.ts'
import classes from './entries-table.module.css'

type Props = {
  entries: readonly ReportEntry[]
  /** The total of all of them, with those not loaded yet. */
  report: Report
  /** Nothing where one may only look. */
  ticked: Ticked | undefined
  hasMore: boolean
  onEnd: () => void
  onOpen: (id: number) => void
}

/** A list of any length, of which only the rows on the screen are there. */
export function EntriesTable({ entries, report, ticked, hasMore, onEnd, onOpen }: Props) {
  const { t } = useTranslation()
  const { seesOthers } = useQuestion()
  const { top, space, shown, measure, overscan } = useWindowRows({
    count: entries.length,
    height: 49,
    keyOf: (index) => entries[index]?.id ?? index,
  })
  const last = shown.at(-1)?.index ?? 0
  const isNearEnd = hasMore && last >= entries.length - overscan
  useEffect(() => {
    if (isNearEnd) onEnd()
  }, [isNearEnd, onEnd])

  const hasAmounts = report.total.money.some(({ billable }) => billable !== null)
  const tickedHere = ticked ? ticked.entries.length : 0
  return (
    <div
      className={classes.table}
      role="table"
      aria-label={t('reports.entries')}
      aria-rowcount={report.total.entries + 1}
      data-people={seesOthers || undefined}
      data-amounts={hasAmounts || undefined}
      data-ticks={ticked !== undefined || undefined}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
          {ticked && (
            <div role="columnheader" className={classes.tick}>
              <Checkbox
                aria-label={t('reports.tickAll')}
                checked={tickedHere === entries.length}
                indeterminate={tickedHere > 0 && tickedHere < entries.length}
                onChange={(event) => {
                  ticked.set(entries, event.currentTarget.checked)
                }}
              />
            </div>
          )}
          <Head className={classes.when}>{t('timer.day')}</Head>
          {seesOthers && <Head className={classes.who}>{t('reports.by.user')}</Head>}
          <Head className={classes.what}>{t('timer.title')}</Head>
          <Head className={classes.project}>{t('projects.project')}</Head>
          <Head className={classes.billing}>{t('billing.title')}</Head>
          <Head className={classes.seconds}>{t('timer.duration')}</Head>
          {hasAmounts && <Head className={classes.amount}>{t('reports.amount')}</Head>}
        </div>
      </div>
      <div data-rows ref={top} role="rowgroup" className={classes.rows} style={space}>
        {shown.map(({ index, key }) => {
          const entry = entries[index]
          return (
            entry && (
              <div
                key={key}
                ref={measure}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={classes.row}
                data-ticked={ticked?.isTicked(entry.id) || undefined}
              >
                {ticked && (
                  <TickCell entry={entry} isTicked={ticked.isTicked(entry.id)} onTick={ticked.set} />
                )}
                <EntryCells entry={entry} showsPerson={seesOthers} showsAmount={hasAmounts} onOpen={onOpen} />
              </div>
            )
          )
        })}
      </div>
      {hasMore && (
        <p className={classes.more} role="status">
          {t('common.loading')}
        </p>
      )}
    </div>
  )
}

function Head({ className, children }: { className: string | undefined; children: string }) {
  return (
    <div role="columnheader" className={className}>
      {children}
    </div>
  )
}

type TickProps = { entry: ReportEntry; isTicked: boolean; onTick: Ticked['set'] }

function TickCell({ entry, isTicked, onTick }: TickProps) {
  const { t } = useTranslation()
  return (
    <div role="cell" className={classes.tick}>
      <Checkbox
        aria-label={t('timer.selectEntry', { name: entry.title ?? t('timer.untitled') })}
        checked={isTicked}
        onChange={(event) => {
          onTick([entry], event.currentTarget.checked)
        }}
      />
    </div>
  )
}

type CellsProps = {
  entry: ReportEntry
  showsPerson: boolean
  showsAmount: boolean
  onOpen: (id: number) => void
}

const EntryCells = memo(function EntryCells({ entry, showsPerson, showsAmount, onOpen }: CellsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const start = Date.parse(entry.started_at)
  const end = entry.ended_at === null ? t('reports.now') : formats.time(Date.parse(entry.ended_at))
  return (
    <>
      <div role="cell" className={classes.when}>
        <span>{formats.day(formats.dayOf(start))}</span>
        <span className={classes.quiet}>{`${formats.time(start)}–${end}`}</span>
      </div>
      {showsPerson && (
        <div role="cell" className={classes.who} title={entry.user}>
          {entry.user}
        </div>
      )}
      <div role="cell" className={classes.what}>
        <UnstyledButton
          className={classes.title}
          title={entry.title ?? undefined}
          onClick={() => {
            onOpen(entry.id)
          }}
        >
          {entry.title ?? <span className={classes.quiet}>{t('timer.untitled')}</span>}
        </UnstyledButton>
        {(entry.tags.length > 0 || entry.task) && (
          <span className={classes.quiet}>{[entry.task, ...entry.tags].filter(Boolean).join(' · ')}</span>
        )}
      </div>
      <ProjectCell entry={entry} />
      <div role="cell" className={classes.billing}>
        <span className={classes.sign} title={t(`billing.${entry.billing_status}`)}>
          <BillingIcon status={entry.billing_status} />
          {!['billed', 'paid'].includes(entry.billing_status) && (
            <span className={classes.hidden}>{t(`billing.${entry.billing_status}`)}</span>
          )}
        </span>
        <ApprovalMark status={entry.approval_status} />
      </div>
      <div role="cell" className={classes.seconds}>
        {formats.duration(entry.seconds)}
      </div>
      {showsAmount && (
        <div role="cell" className={classes.amount}>
          {entry.billable_amount !== null && entry.billable_currency !== null ? (
            formatAmount(entry.billable_amount, entry.billable_currency, formats.locale)
          ) : (
            <span className={classes.quiet}>–</span>
          )}
        </div>
      )}
    </>
  )
})

function ProjectCell({ entry }: { entry: ReportEntry }) {
  const { t } = useTranslation()
  const color = useColorOfChain(entry.project)
  const name = entry.project.join(' ▸ ')
  return (
    <div role="cell" className={classes.project} title={name || undefined}>
      <ProjectDot color={color} />
      <span className={classes.lines}>
        <span className={name ? undefined : classes.quiet}>{name || t('projects.none')}</span>
        {entry.client && <span className={classes.quiet}>{entry.client}</span>}
      </span>
    </div>
  )
}
