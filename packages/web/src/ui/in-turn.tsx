import type { ComponentProps } from 'react'
import classes from './in-turn.module.css'

/** Parts one below the other, each seen once all above it is there, so that nothing moves under the reader's eyes. */
export function InTurn({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div className={`${classes.parts} ${className}`} {...rest} />
}

/** Stands where something will be that is not known yet and has no shape of its own; what follows in turn waits for it. */
export function Waiting() {
  return <span data-waiting hidden />
}
