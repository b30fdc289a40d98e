import { useEffect, type ReactNode } from 'react'
import { setPageTitle } from '../../lib/tab-title.ts'
import { Wordmark } from '../../ui/wordmark.tsx'
import classes from './auth-frame.module.css'

type Props = { title: string; text?: string | undefined; children: ReactNode }

/** The screens before the sign-in: one column, one thing to do. */
export function AuthFrame({ title, text, children }: Props) {
  useEffect(() => {
    setPageTitle(title)
  }, [title])
  return (
    <main className={classes.frame}>
      <div className={classes.column}>
        <Wordmark />
        <h1 className={classes.title}>{title}</h1>
        {text && <p className={classes.text}>{text}</p>}
        {children}
      </div>
    </main>
  )
}
