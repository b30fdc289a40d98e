/** Text that is HTML already and is put in as it stands. */
export type Html = { readonly html: string }

type Part = Html | string | number | undefined | readonly Part[]

/** A piece of a page: what is put in is escaped, unless it is HTML already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.reduce((all, text, index) => all + rendered(parts[index - 1]) + text) }
}

function rendered(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  if ('html' in part) return part.html
  return part.map(rendered).join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Text with `code` between backticks. */
export function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

/** Paragraphs, with an empty line between them in the text. */
export function paragraphs(text: string): Html {
  return html`${text.split('\n\n').map((each) => html`<p>${prose(each)}</p>`)}`
}

/** Code that can be copied, with a name for those who do not see where it stands. */
export function codeBlock(label: string, code: string): Html {
  return html`<div class="code">
    <button type="button" class="quiet copy" hidden>Copy</button>
    <pre tabindex="0" role="group" aria-label="${label}"><code>${code}</code></pre>
  </div>`
}
