import { useState } from 'react'
import { compareNames } from '../lib/locale.ts'

/** By which column a list is sorted, and which way. */
export type Sort<K extends string> = { by: K; isDescending: boolean }

/** What a row is sorted by in each column: words in the order of the reader's language, figures by size, nothing last. */
export type SortKeys<T, K extends string> = Record<K, (row: T) => string | number | null | undefined>

/** The order of a list; asking for the column it already goes by turns it round. */
export function useSort<K extends string>(first: K) {
  const [sort, setSort] = useState<Sort<K>>({ by: first, isDescending: false })
  return {
    sort,
    sortBy: (by: K) => {
      setSort((was) => ({ by, isDescending: was.by === by && !was.isDescending }))
    },
  }
}

type Order<T, K extends string> = { keys: SortKeys<T, K>; sort: Sort<K> }

/** The rows in that order; those that are alike keep theirs. */
export function sorted<T, K extends string>(rows: readonly T[], { keys, sort }: Order<T, K>): T[] {
  const keyOf = keys[sort.by]
  const way = sort.isDescending ? -1 : 1
  return rows.toSorted((a, b) => {
    const one = keyOf(a) ?? ''
    const other = keyOf(b) ?? ''
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    if (typeof one === 'number' && typeof other === 'number') return way * (one - other)
    return way * compareNames(String(one), String(other))
  })
}
