/** The browser tab says what runs, or else which page this is. */

let page = ''
let clock = ''

export function setPageTitle(title: string): void {
  page = title
  show()
}

/** An empty text when nothing runs. */
export function setTitleClock(text: string): void {
  clock = text
  show()
}

function show() {
  document.title = clock || (page ? `${page} · Sundial` : 'Sundial')
}
