import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Marked } from 'marked'
import { codeBlock, html } from './html.ts'

/** A page of `docs/recipes`, which the repository and the server both show. */
export type Recipe = { slug: string; title: string }

const FOLDER = new URL('../../../../docs/recipes/', import.meta.url)
const INDEX = 'README.md'
/** Stands for the reader's own server in the files. */
const ANY_SERVER = 'https://time.example.com'

/** Every file of the recipes by its name: the pages, and the scripts they speak of. */
export function recipeFiles(): string[] {
  // A server may be installed without its documentation.
  return existsSync(FOLDER) ? readdirSync(FOLDER) : []
}

/** The recipes in the order of their index. */
export function listRecipes(): Recipe[] {
  if (recipeFiles().length === 0) return []
  return [...read(INDEX).matchAll(/\]\(([a-z-]+)\.md\)/g)].map(([, slug = '']) => ({
    slug,
    title: /^# (.*)$/m.exec(read(`${slug}.md`))?.[1] ?? slug,
  }))
}

/** A file with the address of this server in it. */
export function recipeText(file: string, baseUrl: string): string {
  return read(file).replaceAll(ANY_SERVER, baseUrl)
}

/** The name of the page that a file is: none for the index. */
export function slugOf(file: string): string {
  return file === INDEX ? '' : file.replace(/\.md$/, '')
}

/** Markdown as HTML: with headings to link to, code to copy, and links to where things are on this server. */
export function recipeHtml(markdown: string): string {
  let heading = ''
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        heading = text
        const id = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      code({ text, lang }) {
        const [language = ''] = (lang ?? '').split(' ')
        return codeBlock(`${heading}${language ? `, ${language}` : ''}`, text).html
      },
      link({ href, tokens }) {
        const text = { html: this.parser.parseInline(tokens) }
        if (/^https?:/.test(href)) return html`<a href="${href}" rel="noreferrer">${text}</a>`.html
        return html`<a href="/docs/recipes/${href.replace(/\.md$/, '')}">${text}</a>`.html
      },
    },
  })
  return marked
    .parse(markdown, { async: false })
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')
}

function read(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8')
}
