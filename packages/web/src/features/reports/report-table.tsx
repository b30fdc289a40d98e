import { UnstyledButton } from '@mantine/core'
import type { Report, ReportMeasures } from '@sundial/sdk'
import { IconArrowDown, IconArrowUp, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../lib/money.ts'
import { Icon } from '../../ui/icon.tsx'
import { amountsOf, columnsOf, type MoneyKind } from './columns.ts'
import { groupingName, lineName } from './labels.ts'
import { LineDot } from './line-dot.tsx'
import type { Sort } from './question.ts'
import { useReader } from './reader.tsx'
import { useOpenRows, type OpenRow } from './use-open-rows.ts'
import classes from './report-table.module.css'

type Props = {
  report: Report
  sort: Sort | undefined
  /** Stands over the table, beside what opens its lines. */
  tools?: ReactNode
  /** Nothing where the reader cannot ask anew. */
  onSort?: (sort: Sort | undefined) => void
}

/** The lines of a report with their sub-totals; what is below a line opens under it. */
export function ReportTable({ report, sort, onSort, tools }: Props) {
  const { t } = useTranslation()
  const columns = columnsOf(report)
  const opening = useOpenRows(report)
  return (
    <div className={classes.frame}>
      <div className={classes.tools}>
        {tools}
        {opening.canOpen && (
          <UnstyledButton className={classes.tool} onClick={opening.toggleAll}>
            {opening.isAllOpen ? t('reports.closeAll') : t('reports.openAll')}
          </UnstyledButton>
        )}
      </div>
      <div className={classes.scroller} role="region" aria-label={t('reports.table')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <Head by="label" sort={sort} onSort={onSort}>
                {report.group_by.map((by) => groupingName(by, t)).join(' ▸ ')}
              </Head>
              <Head by="seconds" sort={sort} onSort={onSort} isNumber>
                {t('reports.hours')}
              </Head>
              {columns.map((kind) => (
                <Head
                  key={kind}
                  by={kind === 'billable' ? 'amount' : undefined}
                  sort={sort}
                  onSort={onSort}
                  isNumber
                >
                  {t(`reports.money.${kind}`)}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {opening.rows.map((row) => (
              <LineRow key={row.id} row={row} columns={columns} onToggle={opening.toggle} />
            ))}
          </tbody>
          <tfoot>
            <tr className={classes.total}>
              <th scope="row" className={classes.name}>
                {t('reports.total')}
              </th>
              <Numbers measures={report.total} columns={columns} />
            </tr>
          </tfoot>
        </table>
      </div>
      {report.is_cut && (
        <p className={classes.note} role="note">
          {t('reports.isCut', { count: report.row_count })}
        </p>
      )}
      {report.repeats_entries && (
        <p className={classes.note} role="note">
          {t('reports.repeatsEntries')}
        </p>
      )}
    </div>
  )
}

type HeadProps = {
  by: 'label' | 'seconds' | 'amount' | undefined
  sort: Sort | undefined
  onSort: Props['onSort']
  isNumber?: boolean
  children: string
}

function Head({ by, sort, onSort, isNumber = false, children }: HeadProps) {
  const isSorted = by !== undefined && sort?.replace('-', '') === by
  const isDown = sort?.startsWith('-') ?? false
  // Names from A, figures from the largest; once more turns it round, and then it is as it was.
  const first: Sort | undefined = by && (by === 'label' ? by : `-${by}`)
  const second: Sort | undefined = by && (by === 'label' ? `-${by}` : by)
  const next = sort === first ? second : sort === second ? undefined : first
  return (
    <th
      scope="col"
      className={isNumber ? classes.number : classes.name}
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
    >
      {by && onSort ? (
        <UnstyledButton
          className={classes.head}
          onClick={() => {
            onSort(next)
          }}
        >
          {children}
          {isSorted && <Icon of={isDown ? IconArrowDown : IconArrowUp} size={14} />}
        </UnstyledButton>
      ) : (
        children
      )}
    </th>
  )
}

type LineProps = { row: OpenRow; columns: readonly MoneyKind[]; onToggle: (id: string) => void }

function LineRow({ row: { id, line, depth, isOpen, parentId }, columns, onToggle }: LineProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const name = lineName(line, { t, locale })
  const hasMore = line.groups.length > 0

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (hasMore && (event.key === 'ArrowRight') !== isOpen && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault()
      return onToggle(id)
    }
    const target = event.key === 'ArrowLeft' ? focusable(parentId) : neighbour(event)
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  const label = (
    <>
      {hasMore && (
        <span className={classes.chevron} data-open={isOpen || undefined}>
          <Icon of={IconChevronRight} size={16} />
        </span>
      )}
      <LineDot line={line} />
      <span className={classes.text} title={name}>
        {name}
      </span>
    </>
  )
  return (
    <tr data-depth={depth}>
      <th scope="row" className={classes.name} style={{ paddingLeft: depth * 24 }}>
        {hasMore ? (
          <UnstyledButton
            className={classes.line}
            aria-expanded={isOpen}
            data-row={id}
            onKeyDown={onKeyDown}
            onClick={() => {
              onToggle(id)
            }}
          >
            {label}
          </UnstyledButton>
        ) : (
          <span className={classes.line}>{label}</span>
        )}
      </th>
      <Numbers measures={line.total} columns={columns} />
    </tr>
  )
}

function Numbers({ measures, columns }: { measures: ReportMeasures; columns: readonly MoneyKind[] }) {
  const { duration, locale } = useReader()
  return (
    <>
      <td className={classes.number}>{duration(measures.seconds)}</td>
      {columns.map((kind) => {
        const amounts = amountsOf(measures, kind)
        return (
          <td key={kind} className={classes.number}>
            {amounts.length === 0 && <span className={classes.nothing}>–</span>}
            {amounts.map(({ currency, amount }) => (
              <div key={currency}>{formatAmount(amount, currency, locale)}</div>
            ))}
          </td>
        )
      })}
    </>
  )
}

function focusable(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector(`[data-row="${CSS.escape(id)}"]`)
}

/** The row that opens above or below the one that has the focus. */
function neighbour({ key, currentTarget }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const all = [...(currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  return all[all.indexOf(currentTarget) + (key === 'ArrowDown' ? 1 : -1)]
}
