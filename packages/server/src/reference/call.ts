import type { KeyWay } from '../http/reference.ts'
import type { JsonSchema } from './components.ts'
import type { DescribedWire } from './documents.ts'
import { exampleInput, usualKeys } from './example.ts'
import type { OpenApiDocument, Operation, Parameter } from './openapi.ts'

/** One operation of a document with where it stands. */
export type Endpoint = { method: string; path: string; operation: Operation }

/** A request as somebody would send it, for samples and collections. */
export type ExampleCall = {
  method: string
  /** With values in the place of parameters. */
  url: string
  /** How it presents its key; undefined where it needs none. */
  key: KeyWay | undefined
  body: unknown
}

export function endpointsOf(document: OpenApiDocument): Endpoint[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
}

/** Whether anybody may call it, without a key. */
export function isOpen({ security }: Operation): boolean {
  return security?.length === 0
}

export function bodySchemaOf({ requestBody }: Operation): JsonSchema | undefined {
  return requestBody && Object.values(requestBody.content)[0]?.schema
}

export function exampleCall(wire: DescribedWire, { method, path, operation }: Endpoint): ExampleCall {
  const { document } = wire
  const { schemas } = document.components
  const parameters = operation.parameters ?? []
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(valueOf(parameters, name)),
  )
  const query = usualQuery(parameters)
    .map(({ name, schema }) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(schema))}`)
    .join('&')
  const body = bodySchemaOf(operation)
  return {
    method,
    url: `${document.servers[0]?.url ?? ''}${filled}${query && `?${query}`}`,
    key: isOpen(operation) ? undefined : wire.keyWay,
    body: body && exampleInput(body, schemas),
  }
}

/** The parameters of the query that a sample shows. */
export function usualQuery(parameters: readonly Parameter[]): Parameter[] {
  const query = parameters.filter((each) => each.in === 'query')
  const keys = usualKeys({
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter(({ required }) => required).map(({ name }) => name),
  })
  return query.filter(({ name }) => keys.includes(name))
}

/** The example of a parameter as text. */
export function textOf(schema: JsonSchema): string {
  const [value] = [exampleInput(schema, {})].flat()
  return typeof value === 'string' ? value : JSON.stringify(value ?? '').replaceAll('"', '')
}

function valueOf(parameters: readonly Parameter[], name: string): string {
  const parameter = parameters.find((each) => each.in === 'path' && each.name === name)
  return (parameter && textOf(parameter.schema)) || name
}
