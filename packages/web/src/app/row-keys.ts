/**
 * The arrow keys go through the rows of every list: what holds rows is marked with `data-rows`, and its children are the
 * rows. From one row the focus goes to the same thing in the next, or to its first; from a search field to the first row.
 */
export function goByRow(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const target = event.target instanceof HTMLElement ? event.target : undefined
  const aim = target && aimOf(target, event.key)
  if (!aim) return
  event.preventDefault()
  aim.focus()
}

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex]:not([tabindex="-1"])'
// What has a use of its own for the arrows.
const keepsArrows =
  'textarea, select, [role="combobox"], [aria-haspopup="listbox"], [role="radio"], [role="slider"], [aria-haspopup][aria-expanded="true"]'

function aimOf(target: HTMLElement, key: string): HTMLElement | undefined {
  if (target.matches(keepsArrows)) return undefined
  // One list may follow another, as the days of the timer do.
  const rows = [...(target.closest('main, [role="dialog"]')?.querySelectorAll('[data-rows] > *') ?? [])]
  const here = rows.findIndex((row) => row.contains(target))
  if (here < 0) return key === 'ArrowDown' && target.matches('[type="search"]') ? firstPart(rows) : undefined
  const place = partsOf(rows[here]).indexOf(target)
  switch (key) {
    case 'ArrowDown':
      return firstPart(rows.slice(here + 1), place)
    case 'ArrowUp':
      return firstPart(rows.slice(0, here).reverse(), place)
    case 'Home':
      return firstPart(rows, place)
    case 'End':
      return firstPart(rows.toReversed(), place)
    default:
      return undefined
  }
}

/** What has this place in the first row that can take the focus, or else the first thing in it. */
function firstPart(rows: Element[], place = 0): HTMLElement | undefined {
  for (const row of rows) {
    const parts = partsOf(row)
    const part = parts[place] ?? parts[0]
    if (part) return part
  }
  return undefined
}

function partsOf(row: Element | undefined): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter((part) => part.checkVisibility())
}
