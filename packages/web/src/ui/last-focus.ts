const focusable = 'a[href], button, input, select, textarea, [tabindex]'
const passing = '[role="menu"], [role="dialog"]'

let last: HTMLElement | undefined

/** Follows the focus from the start, since what opens a dialog may be gone with its menu before the dialog is there. */
export function followFocus(): void {
  document.addEventListener('focusin', remember)
  // Some browsers give a button that is clicked no focus.
  document.addEventListener('pointerdown', remember)
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    // Left for nothing else, as a field is with Escape: keys belong to the page then.
    if (target === last && relatedTarget === null) last = undefined
  })
}

/** What had the focus last on the page itself, not in a menu or a dialog in front of it. */
export function lastFocused(): HTMLElement | undefined {
  return last
}

function remember({ target }: Event): void {
  if (!(target instanceof Element) || target.closest(passing)) return
  const element = target.closest(focusable)
  if (element instanceof HTMLElement) last = element
}
