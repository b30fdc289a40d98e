import type { KeyboardEvent } from 'react'

const steps: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
}

/** Arrows go from cell to cell, in a table or in a list of rows; left and right only where the caret has no further to go in what is being typed. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const field = event.target
  if (!step || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return
  if (!(field instanceof HTMLInputElement) || !isAtEdge(field, event.key)) return
  const rows = [...event.currentTarget.querySelectorAll('tr, li')]
    .map(cellsOf)
    .filter((row) => row.length > 0)
  const down = rows.findIndex((row) => row.includes(field))
  const right = rows[down]?.indexOf(field) ?? -1
  const next = rows[down + step[0]]?.[right + step[1]]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function cellsOf(row: Element): HTMLInputElement[] {
  return [...row.querySelectorAll<HTMLInputElement>('input[data-cell]')]
}

function isAtEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, key: string): boolean {
  const isAll = selectionStart === 0 && selectionEnd === value.length
  if (key === 'ArrowLeft') return isAll || (selectionStart === 0 && selectionEnd === 0)
  if (key === 'ArrowRight') return isAll || (selectionStart === value.length && selectionEnd === value.length)
  return true
}
