import classes from './design-page.module.css'

const colours = {
  Ground: ['paper', 'surface', 'sunken', 'hover', 'selected'],
  Ink: ['ink', 'ink-soft', 'edge', 'hairline'],
  'Now, and the one thing to do': ['accent', 'accent-hover', 'accent-wash', 'on-accent'],
  'Destruction and errors': ['danger', 'danger-hover', 'danger-wash', 'on-danger'],
  Approved: ['approved'],
}
const sizes = ['text-small', 'text', 'text-title', 'text-clock']
const spaces = ['space-0', 'space-1', 'space-2', 'space-3', 'space-4', 'space-6', 'space-8']
const heights = ['row', 'control', 'thumb']

export function Colours() {
  return Object.entries(colours).map(([use, names]) => (
    <div key={use} className={classes.line}>
      <span className={classes.use}>{use}</span>
      {names.map((name) => (
        <figure key={name} className={classes.swatch}>
          <div style={{ background: `var(--${name})` }} />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  ))
}

export function TypeSizes() {
  return sizes.map((name) => (
    <p key={name} className={classes.type}>
      <span className={classes.use}>{name}</span>
      <span style={{ fontSize: `var(--${name})` }}>0:42:07</span>
      <strong style={{ fontSize: `var(--${name})` }}>Fix basket</strong>
    </p>
  ))
}

export function Lengths() {
  return (
    <div className={classes.line}>
      {[...spaces, ...heights].map((name) => (
        <figure key={name} className={classes.length}>
          <div style={{ width: `var(--${name})`, height: `var(--${name})` }} />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  )
}
