import { type JsonSchema, resolve } from './components.ts'

type Schemas = Readonly<Record<string, JsonSchema>>

/** An answer such as a schema describes: every field, with its own example where it has one. */
export function exampleAnswer(schema: JsonSchema, schemas: Schemas): unknown {
  return exampleOf(schema, { schemas, keysOf: (each) => Object.keys(each.properties ?? {}) })
}

const MOST_OPTIONAL = 2

/** A request somebody would write: what is required, and a little of what is not. */
export function exampleInput(schema: JsonSchema, schemas: Schemas): unknown {
  return exampleOf(schema, { schemas, keysOf: usualKeys })
}

/** The fields a request usually has: those required, and the first few others that come with an example. */
export function usualKeys({ properties = {}, required = [] }: JsonSchema): string[] {
  const optional = Object.keys(properties).filter(
    (key) => !required.includes(key) && properties[key]?.examples,
  )
  return [...required, ...optional.slice(0, MOST_OPTIONAL)]
}

type Choice = { schemas: Schemas; keysOf(schema: JsonSchema): string[] }

function exampleOf(given: JsonSchema, choice: Choice): unknown {
  const schema = resolve(given, choice.schemas)
  if (schema.examples) return schema.examples[0]
  if (schema.enum) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, choice)))
  const [first] = schema.anyOf ?? []
  if (first) return exampleOf(first, choice)
  return byType(schema, choice)
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-03-02T09:00:00Z',
  date: '2026-03-02',
}

function byType(schema: JsonSchema, choice: Choice): unknown {
  const types = [schema.type].flat()
  // What may be empty and has no example of its own is shown empty, except for what has parts to show.
  if (types.includes('null') && !schema.properties) return null
  switch (types[0]) {
    case 'object': {
      const { properties = {} } = schema
      return Object.fromEntries(
        choice.keysOf(schema).map((key) => [key, exampleOf(properties[key] ?? {}, choice)]),
      )
    }
    case 'array':
      return schema.items ? [exampleOf(schema.items, choice)] : []
    case 'integer':
    case 'number':
      return schema.minimum ?? 0
    case 'boolean':
      return false
    case 'string':
      return BY_FORMAT[schema.format ?? ''] ?? ''
    default:
      return null
  }
}
