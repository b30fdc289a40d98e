import type { ReactNode } from 'react'
import classes from './states.module.css'

type Props = { title: string; text?: string | undefined; action?: ReactNode }

export function EmptyState({ title, text, action }: Props) {
  return (
    <div className={classes.state}>
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action}
    </div>
  )
}
