import type { KeyboardEvent } from 'react'

/** So many frames a list may take to be drawn; a slow machine takes longer for each. */
const patience = 60

/**
 * Enter in an open list takes what is marked in it, and else the first that fits, also where somebody types faster than
 * the list is drawn. While it is open the key belongs to it: a form must not be sent without the choice somebody is
 * making. Taken on the way down, since the library would take nothing while nothing is marked.
 */
export function takeWithEnter(event: KeyboardEvent<HTMLInputElement>) {
  const field = event.currentTarget
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isOpen(field)) return
  event.preventDefault()
  event.stopPropagation()
  take(field, field.value, patience)
}

function take(field: HTMLInputElement, typed: string, frames: number) {
  const list = listOf(field)
  if (list) {
    optionOf(list)?.click()
    return
  }
  if (frames === 0) return
  requestAnimationFrame(() => {
    // Whoever has typed on, gone on or given up takes nothing.
    if (isOpen(field) && field.value === typed && document.activeElement === field)
      take(field, typed, frames - 1)
  })
}

function isOpen(field: HTMLElement): boolean {
  return field.dataset['expanded'] !== undefined
}

/** The library tells a field of its list only when the field is drawn again, but labels the list at once. */
function listOf(field: HTMLInputElement): Element | null {
  const known = document.getElementById(field.getAttribute('aria-controls') ?? '')
  const label = field.getAttribute('aria-label')
  return (
    known ??
    document.querySelector(
      label
        ? `[role="listbox"][aria-label="${CSS.escape(label)}"]`
        : `[role="listbox"][aria-labelledby="${CSS.escape(field.id)}-label"]`,
    )
  )
}

function optionOf(list: Element): HTMLElement | null {
  return (
    list.querySelector<HTMLElement>('[data-combobox-selected]') ??
    list.querySelector<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])')
  )
}
