import type { ReactNode } from 'react'
import classes from './settings-section.module.css'

type Props = { title: string; text?: string; actions?: ReactNode; children?: ReactNode }

export function SettingsSection({ title, text, actions, children }: Props) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{title}</h2>
          {text && <p className={classes.text}>{text}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}
