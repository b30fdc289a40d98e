import { bodySchemaOf, endpointsOf, type Endpoint, isOpen, textOf, usualQuery } from './call.ts'
import { exampleInput } from './example.ts'
import type { KeyWay } from '../http/reference.ts'
import type { DescribedWire } from './documents.ts'
import type { OpenApiDocument } from './openapi.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** A Postman collection (v2.1) of a document: a folder for each group; `baseUrl` and `key` are its variables. */
export function postmanOf({ document, keyWay }: DescribedWire): object {
  const endpoints = endpointsOf(document)
  return {
    info: { name: document.info.title, description: document.info.description, schema: SCHEMA },
    auth: authOf(keyWay),
    variable: [
      { key: 'baseUrl', value: document.servers[0]?.url ?? '' },
      { key: 'key', value: '' },
    ],
    item: document.tags.map(({ name, description }) => ({
      name,
      description,
      item: endpoints
        .filter(({ operation }) => operation.tags.includes(name))
        .map((endpoint) => ({ name: endpoint.operation.summary, request: requestOf(document, endpoint) })),
    })),
  }
}

/** How the requests of a collection present its key. */
function authOf(way: KeyWay): object {
  const text = (key: string, value: string) => ({ key, value, type: 'string' })
  switch (way.kind) {
    case 'bearer':
      return { type: 'bearer', bearer: [text('token', '{{key}}')] }
    case 'basic':
      return { type: 'basic', basic: [text('username', '{{key}}'), text('password', way.password)] }
    case 'header':
      return {
        type: 'apikey',
        apikey: [text('key', way.name), text('value', '{{key}}'), text('in', 'header')],
      }
  }
}

function requestOf(document: OpenApiDocument, { method, path, operation }: Endpoint): object {
  const parameters = operation.parameters ?? []
  const shown = usualQuery(parameters)
  const query = parameters
    .filter((each) => each.in === 'query')
    .map((each) => ({
      key: each.name,
      value: textOf(each.schema),
      description: each.description ?? '',
      disabled: !shown.includes(each),
    }))
  const search = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`)
  const segments = path.slice(1).replaceAll(/\{(\w+)\}/g, ':$1')
  const body = bodySchemaOf(operation)
  return {
    method,
    ...(operation.description ? { description: operation.description } : {}),
    ...(isOpen(operation) ? { auth: { type: 'noauth' } } : {}),
    header: [
      ...(body ? [{ key: 'Content-Type', value: 'application/json' }] : []),
      ...parameters
        .filter((each) => each.in === 'header')
        .map(({ name, schema, description }) => ({
          key: name,
          value: textOf(schema),
          description: description ?? '',
          disabled: true,
        })),
    ],
    url: {
      raw: `{{baseUrl}}/${segments}${search.length > 0 ? `?${search.join('&')}` : ''}`,
      host: ['{{baseUrl}}'],
      path: segments.split('/'),
      query,
      variable: parameters
        .filter((each) => each.in === 'path')
        .map(({ name, schema, description }) => ({
          key: name,
          value: textOf(schema),
          description: description ?? '',
        })),
    },
    ...(body
      ? {
          body: {
            mode: 'raw',
            raw: JSON.stringify(exampleInput(body, document.components.schemas), null, 2),
            options: { raw: { language: 'json' } },
          },
        }
      : {}),
  }
}
