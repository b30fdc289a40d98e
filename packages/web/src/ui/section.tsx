import { useId, type ReactNode } from 'react'
import classes from './section.module.css'

type Props = { title: string; actions?: ReactNode; children: ReactNode }

/** A part of a page with a heading of its own. */
export function Section({ title, actions, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} className={classes.heading}>
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
