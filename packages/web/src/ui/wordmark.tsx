import classes from './wordmark.module.css'

/** A dial with the shadow of its gnomon. */
export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="14.5" className={classes.dial} />
        <path d="M16 16 6.6 9.4A11.5 11.5 0 0 1 16 4.5Z" className={classes.shade} />
        <circle cx="16" cy="16" r="2" className={classes.pin} />
      </svg>
      Sundial
    </span>
  )
}
