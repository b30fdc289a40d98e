import type { TSchema } from 'typebox'

/** The parts of JSON Schema that our schemas use. */
export type JsonSchema = {
  $ref?: string
  title?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  deprecated?: boolean
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  patternProperties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
}

/** The named schemas of a document, collected while its routes are described. */
export type Components = {
  schemas: Record<string, JsonSchema>
  /** The schema as a document shows it; one that has a title becomes a reference to its place here. */
  use(schema: TSchema): JsonSchema
}

export function createComponents(): Components {
  const schemas: Record<string, JsonSchema> = {}

  function use(schema: JsonSchema): JsonSchema {
    const { title, ...rest } = schema
    if (title === undefined) return simplified(mapped(rest, use))
    const component = simplified(mapped(rest, use))
    const known = schemas[title]
    if (known && JSON.stringify(known) !== JSON.stringify(component)) {
      throw new Error(`Two different schemas are called ${title}.`)
    }
    schemas[title] = component
    return { $ref: `#/components/schemas/${title}` }
  }

  return {
    schemas,
    // TypeBox schemas are JSON once their hidden marks are gone.
    use: (schema) => use(JSON.parse(JSON.stringify(schema)) as JsonSchema),
  }
}

/** The schema that a reference stands for. */
export function resolve(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const name = schema.$ref?.replace('#/components/schemas/', '')
  if (name === undefined) return schema
  const { $ref: _, ...beside } = schema
  return { ...schemas[name], ...beside }
}

function mapped(schema: JsonSchema, use: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const { properties, items, anyOf, allOf, additionalProperties, patternProperties } = schema
  return {
    ...schema,
    ...(properties ? { properties: mapValues(properties, use) } : {}),
    ...(patternProperties ? { patternProperties: mapValues(patternProperties, use) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: use(additionalProperties) } : {}),
    ...(items ? { items: use(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(use) } : {}),
    ...(allOf ? { allOf: allOf.map(use) } : {}),
  }
}

function mapValues<T, U>(values: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}

/** The same schema in the words that readers and generators of OpenAPI documents expect. */
function simplified(schema: JsonSchema): JsonSchema {
  return asMap(asOneObject(asNullable(schema)))
}

/** `anyOf` a plain type and null, as one type that may be null. */
function asNullable(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema
  const [first, second] = anyOf ?? []
  if (anyOf?.length !== 2 || second?.type !== 'null' || typeof first?.type !== 'string') return schema
  return {
    ...first,
    type: [first.type, 'null'],
    ...(first.enum ? { enum: [...first.enum, null] } : {}),
    ...rest,
  }
}

/** `allOf` plain objects, as one object with all their properties. */
function asOneObject(schema: JsonSchema): JsonSchema {
  const { allOf, ...rest } = schema
  if (!allOf?.every((part) => part.type === 'object' && part.properties)) return schema
  const required = allOf.flatMap((part) => part.required ?? [])
  return {
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.assign({}, ...allOf.map((part) => part.properties)),
    ...rest,
  }
}

/** A record of any keys, as an object with additional properties. */
function asMap(schema: JsonSchema): JsonSchema {
  const { patternProperties, ...rest } = schema
  const value = patternProperties?.['^.*$']
  return value ? { ...rest, additionalProperties: value } : schema
}
