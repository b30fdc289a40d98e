import { useEffect, type ReactNode } from 'react'
import { setPageTitle } from '../lib/tab-title.ts'
import classes from './page.module.css'

type Props = {
  title: string
  /** What stands before the title. */
  mark?: ReactNode
  actions?: ReactNode
  /** As wide as the window, for what has many columns. */
  isWide?: boolean | undefined
  children: ReactNode
}

export function Page({ title, mark, actions, isWide, children }: Props) {
  useEffect(() => {
    setPageTitle(title)
  }, [title])
  return (
    <div className={classes.page} data-wide={isWide || undefined}>
      <header className={classes.head}>
        <h1 className={classes.title}>
          {mark}
          {title}
        </h1>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
