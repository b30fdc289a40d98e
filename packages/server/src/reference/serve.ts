import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import type { House } from '../http/house.ts'
import { pageHeaders } from '../http/page-headers.ts'
import type { Wire } from '../http/wire.ts'
import { type DescribedWire, describeWires } from './documents.ts'
import { llmsText } from './llms.ts'
import { groupPage, slug, startPage, wirePage } from './page.ts'
import { postmanOf } from './postman.ts'
import { recipePage } from './recipe-page.ts'
import { listRecipes, recipeFiles, recipeText, slugOf } from './recipes.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Serves the reference of every wire: pages, OpenAPI documents, Postman collections, recipes and `llms.txt`. */
export function serveReference(app: FastifyInstance, house: House, wires: readonly Wire[]): void {
  let described: DescribedWire[] | undefined
  const all = () => (described ??= describeWires(wires, house))
  const one = ({ name }: Wire) => {
    const wire = all().find((each) => each.name === name)
    if (!wire) throw new Error(`${name} is not described`)
    return wire
  }
  const page = (produce: () => string): Text => ({ headers: pageHeaders(house), produce })

  serveText(
    app,
    '/docs',
    page(() => startPage(all(), listRecipes(), house.baseUrl)),
  )
  serveText(app, '/llms.txt', {
    headers: open('text/plain; charset=utf-8'),
    produce: () =>
      llmsText(
        house.baseUrl,
        all().map(({ document }) => document),
        listRecipes(),
      ),
  })
  for (const wire of wires) {
    const root = `/docs/${wire.name}`
    const document: Text = { headers: open(JSON_TYPE), produce: () => json(one(wire).document) }
    serveText(
      app,
      root,
      page(() => wirePage(all(), one(wire))),
    )
    serveText(app, `${root}/openapi.json`, document)
    serveText(app, `${root}/postman.json`, {
      headers: open(JSON_TYPE),
      produce: () => json(postmanOf(one(wire))),
    })
    // Where somebody who knows only our API looks first; below the others' addresses is only what those systems have.
    if (wire.name === 'native') serveText(app, `${wire.clientPath}/openapi.json`, document)
    for (const { name } of wire.reference.groups) {
      serveText(
        app,
        `${root}/${slug(name)}`,
        page(() => groupPage(all(), one(wire), name)),
      )
    }
  }
  for (const file of recipeFiles()) {
    if (file.endsWith('.md')) {
      const slug = slugOf(file)
      serveText(
        app,
        slug === '' ? '/docs/recipes' : `/docs/recipes/${slug}`,
        page(() => recipePage(all(), file, house.baseUrl)),
      )
    }
    // As it is written, for scripts that are fetched and for programs that read.
    serveText(app, `/docs/recipes/${file}`, {
      headers: open('text/plain; charset=utf-8'),
      produce: () => recipeText(file, house.baseUrl),
    })
  }
  serveText(app, '/docs/assets/reference.css', {
    headers: open('text/css; charset=utf-8'),
    produce: asset('reference.css'),
  })
  // The typeface of the app, so that the pages look as it does on every device.
  let typeface: Buffer | undefined
  app.get('/docs/assets/inter.woff2', (_request, reply) => {
    typeface ??= readFileSync(
      createRequire(import.meta.url).resolve(
        '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
      ),
    )
    return reply.headers({ ...open('font/woff2'), 'cache-control': 'public, max-age=604800' }).send(typeface)
  })
  serveText(app, '/docs/assets/reference.js', {
    headers: open('text/javascript; charset=utf-8'),
    produce: asset('reference.js'),
  })
}

type Text = { headers: Record<string, string>; produce: () => string }

/** A text that stays the same for the life of the process, made when it is first asked for. */
function serveText(app: FastifyInstance, url: string, { headers, produce }: Text): void {
  let made: { text: string; etag: string } | undefined
  app.get(url, (request, reply) => {
    made ??= withTag(produce())
    reply.headers({ ...headers, 'cache-control': 'no-cache', etag: made.etag })
    if (request.headers['if-none-match'] === made.etag) return reply.code(304).send()
    return reply.send(made.text)
  })
}

function withTag(text: string): { text: string; etag: string } {
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

/** Headers of what is no page: any program and any site may read it. */
function open(type: string): Record<string, string> {
  return { 'content-type': type, 'x-content-type-options': 'nosniff', 'access-control-allow-origin': '*' }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** A file beside the source, which is also beside the build. */
function asset(name: string): () => string {
  return () => readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8')
}
