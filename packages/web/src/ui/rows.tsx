import type { Key, ReactNode } from 'react'
import list from './list.module.css'
import { useWindowRows } from './use-window-rows.ts'

type Props<T> = {
  rows: readonly T[]
  keyOf: (row: T) => Key
  className?: string | undefined
  /** What stands in a row. */
  children: (row: T) => ReactNode
}

/** The rows of a list of any length; only those near the screen are there. */
export function Rows<T>({ rows, keyOf, className = '', children }: Props<T>) {
  const { top, space, shown, measure } = useWindowRows({
    count: rows.length,
    height: 41,
    keyOf: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
  })
  return (
    <ul data-rows ref={top} className={list.rows} style={space}>
      {shown.map(({ index, key }) => {
        const row = rows[index]
        return (
          row !== undefined && (
            <li
              key={key}
              ref={measure}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={`${list.row} ${className}`}
            >
              {children(row)}
            </li>
          )
        )
      })}
    </ul>
  )
}
