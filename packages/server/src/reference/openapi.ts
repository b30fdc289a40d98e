import { STATUS_CODES } from 'node:http'
import type { TSchema } from 'typebox'
import type { DescribedRoute, SecurityScheme, SignInWay } from '../http/reference.ts'
import type { RouteEntry } from '../http/route-table.ts'
import type { Wire } from '../http/wire.ts'
import { type Components, createComponents, type JsonSchema } from './components.ts'
import { describeRoutes, groupOf } from './describe.ts'

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: {
    title: string
    version: string
    description: string
    license?: { name: string; identifier: string }
  }
  externalDocs?: { description: string; url: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, JsonSchema>
    responses: Record<string, Response>
    headers: Record<string, Header>
    securitySchemes: Record<string, SecurityScheme>
  }
}

export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Response | Reference>
}

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema: JsonSchema
}

type Content = Record<string, { schema: JsonSchema }>
type Header = { description?: string; schema: JsonSchema }
type Reference = { $ref: string }
type Response = { description: string; headers?: Record<string, Reference>; content?: Content }

export type DocumentOptions = {
  version: string
  /** The address of the server; without it, addresses are relative to wherever the document is served. */
  baseUrl?: string
}

/** The OpenAPI document of one wire, made from its routes. */
export function openApiOf(
  wire: Wire,
  routes: readonly RouteEntry[],
  options: DocumentOptions,
): OpenApiDocument {
  const { reference } = wire
  const components = createComponents()
  const described = describeRoutes(wire, routes)
  const paths: OpenApiDocument['paths'] = {}
  for (const route of described) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(wire, route, components) }
  }
  const { refusals, answerHeaders } = reference
  const error = components.use(reference.refusalBody)
  return {
    openapi: '3.1.0',
    info: {
      title: wire.name === 'native' ? `${wire.title} API` : `${wire.title} API, as Sundial speaks it`,
      version: options.version,
      description: reference.about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    ...(reference.source
      ? { externalDocs: { description: reference.source.title, url: reference.source.url } }
      : {}),
    servers: [{ url: (options.baseUrl ?? '') + wire.clientPath }],
    security: signInAnywhere(wire).map(named),
    tags: reference.groups.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      schemas: sorted(components.schemas),
      responses: Object.fromEntries(
        refusals.map(({ name, meaning }) => [
          name,
          { description: meaning, content: { 'application/json': { schema: error } } },
        ]),
      ),
      headers: Object.fromEntries(
        answerHeaders.map(({ name, schema }) => [name, withDescriptionOutside(components.use(schema))]),
      ),
      securitySchemes: Object.fromEntries(
        Object.entries(reference.signIn).map(([name, way]) => [name, schemeOf(way)]),
      ),
    },
  }
}

function operationOf(wire: Wire, route: DescribedRoute, components: Components): Operation {
  const parameters = [
    ...parametersOf('path', route.params, components),
    ...parametersOf('query', route.query, components),
    ...Object.entries(route.headers ?? {}).map(([name, schema]) =>
      parameterOf(name, 'header', { schema: components.use(schema), isRequired: false }),
    ),
  ]
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.about ? { description: route.about } : {}),
    tags: [groupOf(wire, route).name],
    ...securityOf(wire, route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: route.isBodyOptional !== true,
            content: { 'application/json': { schema: components.use(route.body) } },
          },
        }
      : {}),
    responses: responsesOf(wire, route, components),
  }
}

function schemeOf(way: SignInWay): SecurityScheme {
  const { applies: _, keyPassword: __, ...scheme } = way
  return scheme
}

/** The ways in that every route has. */
function signInAnywhere({ reference }: Wire): string[] {
  return Object.keys(reference.signIn).filter((name) => !reference.signIn[name]?.applies)
}

/** What is said of a route's ways in: nothing where they are those of all others. */
function securityOf(wire: Wire, route: DescribedRoute): Pick<Operation, 'security'> {
  if (route.isPublic) return { security: [] }
  const { signIn } = wire.reference
  const more = Object.keys(signIn).filter((name) => signIn[name]?.applies?.(route))
  return more.length > 0 ? { security: [...signInAnywhere(wire), ...more].map(named) } : {}
}

function named(name: string): Record<string, string[]> {
  return { [name]: [] }
}

function parametersOf(
  place: Parameter['in'],
  schema: TSchema | undefined,
  components: Components,
): Parameter[] {
  const { properties = {}, required = [] } = schema ? components.use(schema) : {}
  return Object.entries(properties).map(([name, each]) =>
    parameterOf(name, place, { schema: each, isRequired: required.includes(name) }),
  )
}

type ParameterFacts = { schema: JsonSchema; isRequired: boolean }

function parameterOf(
  name: string,
  place: Parameter['in'],
  { schema, isRequired }: ParameterFacts,
): Parameter {
  return {
    name,
    in: place,
    ...(isRequired || place === 'path' ? { required: true } : {}),
    ...withDescriptionOutside(schema),
  }
}

/** A description belongs to the parameter or header rather than to its schema. */
function withDescriptionOutside({ description, ...schema }: JsonSchema): Header {
  return { ...(description === undefined ? {} : { description }), schema }
}

function responsesOf(wire: Wire, route: DescribedRoute, components: Components): Operation['responses'] {
  const { refusals, answerHeaders } = wire.reference
  const headers = answerHeaders.filter((each) => each.applies(route)).map(({ name }) => name)
  const content = route.answer
    ? { [route.answerType ?? 'application/json']: { schema: components.use(route.answer) } }
    : undefined
  const good: Response = {
    description: STATUS_CODES[route.status] ?? 'Done',
    ...(headers.length > 0
      ? {
          headers: Object.fromEntries(
            headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
          ),
        }
      : {}),
    ...(content ? { content } : {}),
  }
  return {
    [route.status]: good,
    ...Object.fromEntries(
      refusals
        .filter((refusal) => refusal.applies(route))
        .map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }]),
    ),
  }
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
