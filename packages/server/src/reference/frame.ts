import type { DescribedWire } from './documents.ts'
import { html, type Html } from './html.ts'

/** What stands around the content of a page. */
export type Frame = {
  wires: readonly DescribedWire[]
  /** Where one is, in the bar: the name of a wire, or the recipes. */
  place?: string
  side?: Html
  title: string
}

/** A whole page: the bar of all APIs, a list beside the content where there is one, and the content. */
export function framed({ wires, place, side, title }: Frame, main: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Sundial</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/docs/assets/inter.woff2"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href="/docs/assets/reference.css" />
        <script src="/docs/assets/reference.js" type="module"></script>
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <header class="bar">
          <a class="wordmark" href="/docs">${WORDMARK}Sundial <span>Developers</span></a>
          <nav class="wires" aria-label="APIs and recipes">
            ${wires.map(
              ({ name, title: text }) =>
                html`<a href="/docs/${name}" ${current(name === place, 'true')}>${text}</a>`,
            )}
            <a href="/docs/recipes" ${current(place === 'recipes', 'true')}>Recipes</a>
          </nav>
          <a class="home" href="/">To the app</a>
        </header>
        <div class="frame ${side ? '' : 'plain'}">
          ${side}
          <main id="main" tabindex="-1">${main}</main>
        </div>
      </body>
    </html>`.html
}

const WORDMARK = html`<svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
  <circle cx="16" cy="16" r="14.5" class="dial" />
  <path d="M16 16 6.6 9.4A11.5 11.5 0 0 1 16 4.5Z" class="shade" />
  <circle cx="16" cy="16" r="2" class="pin" />
</svg>`

/** A list beside the content, which on a phone opens from a button. */
export function sideList(label: string, content: Html): Html {
  return html`<div class="side">
    <button type="button" class="quiet side-switch" aria-expanded="false" aria-controls="side" hidden>
      ${label}
    </button>
    <nav id="side" aria-label="${label}">${content}</nav>
  </div>`
}

export function current(isCurrent: boolean, kind: 'page' | 'true'): Html | undefined {
  return isCurrent ? html`aria-current="${kind}"` : undefined
}
