import { useTranslation } from 'react-i18next'
import classes from './list-head.module.css'
import type { Sort } from './sort.ts'
import { SortButton } from './sort-button.tsx'

type Props<K extends string> = {
  /** The columns from left to right, as the rows below have them. */
  columns: readonly { key: K; label: string; className?: string | undefined; isEnd?: boolean }[]
  sort: Sort<K>
  onSort: (by: K) => void
  /** What leads and ends the rows, as wide as there: a box to tick, a menu. */
  before?: React.ReactNode
  after?: React.ReactNode
}

/** The names of a list's columns, by which it is sorted. */
export function ListHead<K extends string>({ columns, sort, onSort, before, after }: Props<K>) {
  const { t } = useTranslation()
  return (
    <div className={classes.head} role="group" aria-label={t('common.sortBy')}>
      {before}
      {columns.map(({ key, label, className, isEnd }) => {
        const isSorted = key === sort.by
        return (
          <span key={key} className={`${classes.column} ${className ?? ''}`} data-end={isEnd || undefined}>
            <SortButton
              label={label}
              {...(isSorted && {
                name: t(sort.isDescending ? 'common.sortedDown' : 'common.sortedUp', { label }),
              })}
              isSorted={isSorted}
              isDescending={sort.isDescending}
              onClick={() => {
                onSort(key)
              }}
            />
          </span>
        )
      })}
      {after}
    </div>
  )
}
