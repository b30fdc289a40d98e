import type { ComponentPropsWithRef, MouseEvent } from 'react'

/** What the library says of a button beside the element's own properties. */
type Marks = { 'data-loading'?: boolean; 'data-disabled'?: boolean }

/**
 * What draws every button. The library disables one that is at work, which takes the focus from it for good; this one
 * keeps the focus, does nothing, and says so, until the work is done or refused.
 */
export function PatientButton({ type, onClick, disabled, ...rest }: ComponentPropsWithRef<'button'> & Marks) {
  const isBusy = Boolean(rest['data-loading'])
  return (
    <button
      {...rest}
      // The library says nothing of it where the component is not its own, and a form's first button would send it.
      type={type ?? 'button'}
      disabled={isBusy ? Boolean(rest['data-disabled']) : disabled}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? refuse : onClick}
    />
  )
}

/** Neither sends its form again. */
function refuse(event: MouseEvent) {
  event.preventDefault()
}
