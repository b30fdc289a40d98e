import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIALECTS } from '../dialects/index.ts'
import { nativeWire } from '../api/wire.ts'
import { openTestServer, type TestServer } from '../testing/server.ts'
import { bodySchemaOf, endpointsOf } from './call.ts'
import { type DescribedWire, describeWires } from './documents.ts'
import { exampleAnswer, exampleInput } from './example.ts'
import { slug } from './page.ts'

let server: TestServer
let wires: DescribedWire[]

beforeAll(async () => {
  server = await openTestServer()
  wires = describeWires(
    [nativeWire, ...DIALECTS].map((wire) => wire(server.house)),
    server.house,
  )
})
afterAll(() => server.close())

async function get(url: string) {
  const answer = await server.app.inject({ url, headers: { accept: 'text/html' } })
  return { status: answer.statusCode, headers: answer.headers, text: answer.body }
}

function eachWire(check: (wire: DescribedWire) => void | Promise<void>) {
  return async () => {
    for (const wire of wires) await check(wire)
  }
}

describe('an OpenAPI document', () => {
  test(
    'is valid',
    eachWire(async ({ document }) => {
      const result = await new Validator().validate(structuredClone(document))
      expect(result.errors ?? []).toEqual([])
    }),
  )

  test(
    'has every route of its wire, each with a summary, a heading and an answer',
    eachWire(({ name, clientPath, document }) => {
      const described = endpointsOf(document).map(({ method, path, operation }) => {
        expect(operation.summary, `${method} ${path}`).toBeTruthy()
        expect(document.tags.map((tag) => tag.name)).toContain(operation.tags[0])
        expect(Number(Object.keys(operation.responses)[0])).toBeLessThan(400)
        return `${method} ${clientPath}${path}`
      })
      const served = server.house.routes
        .filter((route) => route.wire === name && !route.isDeclined)
        .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
      expect(described.toSorted()).toEqual(served.toSorted())
    }),
  )

  test(
    'describes no route that is not there',
    eachWire(({ name, clientPath }) => {
      const { reference } = [nativeWire, ...DIALECTS]
        .map((wire) => wire(server.house))
        .find((each) => each.name === name)!
      const served = server.house.routes.map(({ method, url }) => `${method} ${url}`)
      for (const key of Object.keys(reference.routes ?? {})) {
        expect(served).toContain(key.replace(' ', ` ${clientPath}`))
      }
    }),
  )

  test(
    'names each operation once',
    eachWire(({ document }) => {
      const ids = endpointsOf(document).map(({ operation }) => operation.operationId)
      expect(ids).toEqual([...new Set(ids)])
      for (const id of ids) expect(id).toMatch(/^[a-z]+[A-Z]?[A-Za-z]*$/)
    }),
  )

  test(
    'says of every path parameter what it is',
    eachWire(({ document }) => {
      for (const { path, operation } of endpointsOf(document)) {
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
        const given = (operation.parameters ?? [])
          .filter((each) => each.in === 'path')
          .map((each) => each.name)
        expect(given.toSorted(), path).toEqual(named.toSorted())
      }
    }),
  )

  test(
    'has examples that its own schemas accept',
    eachWire(({ document }) => {
      const ajv = new Ajv({ strict: false, validateFormats: false })
      ajv.addSchema({ $id: 'document', ...document })
      const { schemas } = document.components
      for (const { method, path, operation } of endpointsOf(document)) {
        const body = bodySchemaOf(operation)
        if (body) check(body, exampleInput(body, schemas), `the body of ${method} ${path}`)
        const [answer] = Object.values(operation.responses)
        const content = answer && 'content' in answer ? answer.content?.['application/json'] : undefined
        if (content)
          check(content.schema, exampleAnswer(content.schema, schemas), `the answer of ${method} ${path}`)
      }

      function check(schema: object, example: unknown, what: string) {
        const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'))
        ajv.validate(absolute, example)
        expect(ajv.errors, `${what}: ${JSON.stringify(example)}`).toBeNull()
      }
    }),
  )

  test('of our own API is public, and says how to sign in, repeat and write with care', async () => {
    const { status, text } = await get('/sundial/api/v1/openapi.json')
    expect(status).toBe(200)
    const document = JSON.parse(text)
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: 'http://sundial.test/sundial/api/v1' }])
    expect(Object.keys(document.components.securitySchemes)).toEqual(['bearer', 'cookie'])
    const headers = document.paths['/entries/{id}'].patch.parameters.map(({ name }: { name: string }) => name)
    expect(headers).toEqual(['id', 'Idempotency-Key', 'If-Match'])
    expect(document.paths['/entries/{id}'].get.responses['404'].$ref).toBe('#/components/responses/NotFound')
    expect(document.paths['/session'].post.security).toEqual([])
  })

  test('is told by its tag, so that it need not be sent again', async () => {
    const { headers } = await get('/docs/native/openapi.json')
    const again = await server.app.inject({
      url: '/docs/native/openapi.json',
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })
})

describe('the pages', () => {
  function pagesOf({ name, document }: DescribedWire): string[] {
    return [`/docs/${name}`, ...document.tags.map((tag) => `/docs/${name}/${slug(tag.name)}`)]
  }

  test('hold under the policy: no script or style of their own, nothing from elsewhere', async () => {
    for (const url of ['/docs', ...wires.flatMap(pagesOf)]) {
      const { status, headers, text } = await get(url)
      expect(status, url).toBe(200)
      expect(headers['content-security-policy']).toContain(
        "default-src 'self'; script-src 'self'; style-src 'self'",
      )
      expect(headers['x-frame-options']).toBe('DENY')
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:/i)
      for (const [, src] of text.matchAll(/<(?:script|link|img)[^>]*\b(?:src|href)="([^"]+)"/g)) {
        expect(src).toMatch(/^\/[^/]/)
      }
    }
  })

  test('load files that are there', async () => {
    const css = await get('/docs/assets/reference.css')
    const script = await get('/docs/assets/reference.js')
    expect([css.headers['content-type'], script.headers['content-type']]).toEqual([
      'text/css; charset=utf-8',
      'text/javascript; charset=utf-8',
    ])
  })

  test(
    'show every endpoint once, with a form and samples in four languages',
    eachWire(async (wire) => {
      const texts = await Promise.all(pagesOf(wire).map(async (url) => (await get(url)).text))
      const all = texts.join('')
      const count = endpointsOf(wire.document).length
      expect(all.match(/<article class="endpoint"/g)).toHaveLength(count)
      expect(all.match(/<form\s+data-method/g)).toHaveLength(count)
      for (const language of ['curl', 'javascript', 'php', 'python']) {
        expect(all.match(new RegExp(`data-sample="${language}"`, 'g'))).toHaveLength(count)
      }
    }),
  )
})

test(
  'a Postman collection has a request for every endpoint',
  eachWire(async ({ name, document }) => {
    const collection = JSON.parse((await get(`/docs/${name}/postman.json`)).text)
    expect(collection.info.schema).toContain('/v2.1.0/')
    const requests = collection.item.flatMap(
      (folder: { item: { request: { method: string } }[] }) => folder.item,
    )
    expect(requests).toHaveLength(endpointsOf(document).length)
    for (const { request } of requests) expect(request.url.raw).toMatch(/^\{\{baseUrl\}\}\//)
  }),
)

test('llms.txt lists every route of every wire', async () => {
  const { headers, text } = await get('/llms.txt')
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  for (const { clientPath, document } of wires) {
    expect(text).toContain(`Base URL: http://sundial.test${clientPath}`)
    for (const { method, path } of endpointsOf(document)) expect(text).toContain(`- ${method} ${path}: `)
  }
})
