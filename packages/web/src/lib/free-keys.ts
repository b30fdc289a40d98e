/** Whether something lies over the page that keys are meant for: a dialog, a menu, a list to choose from. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

/** Whether a key is free to be a command: nobody types, nothing lies over the page, and nobody has taken it before. */
export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return false
  return !isTyping(event.target) && !isCovered()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')
  )
}
