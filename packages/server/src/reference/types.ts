import type { JsonSchema } from './components.ts'

/** A schema's type in words: `integer or null`, `list of Entry`. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeText))].join(' or ')
  if (schema.allOf) return schema.allOf.map(typeText).join(' and ')
  const types = [schema.type].flat().filter((each) => each !== undefined)
  if (types.length === 0) return 'anything'
  return types
    .map((type) => (type === 'array' ? `list of ${typeText(schema.items ?? {})}` : wordFor(type, schema)))
    .join(' or ')
}

/** The words a schema allows, where it allows only some. */
export function wordsOf(schema: JsonSchema): string[] {
  const { enum: words } = schema.type === 'array' ? (schema.items ?? {}) : schema
  return (words ?? []).filter((each) => each !== null).map(String)
}

/** The bounds of a schema in words. A number that only says how far a JavaScript number counts is no bound. */
export function boundsText(schema: JsonSchema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema
  return [
    range(minimum, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' items'),
    schema.default === undefined ? '' : `${JSON.stringify(schema.default)} by default`,
  ]
    .filter(Boolean)
    .join(', ')
}

export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

function wordFor(type: string, schema: JsonSchema): string {
  if (type !== 'object' || schema.properties) return type
  return typeof schema.additionalProperties === 'object'
    ? `map of ${typeText(schema.additionalProperties)}`
    : 'object'
}

function range(from: number | undefined, to: number | undefined, unit: string): string {
  if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`
  if (to !== undefined) return `at most ${to}${unit}`
  // Where nothing is said, an id still begins at 1.
  if (from !== undefined && from > 1) return `at least ${from}${unit}`
  return ''
}
