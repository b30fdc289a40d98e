import { isDeepStrictEqual } from 'node:util'

/** What an example has been told so far. */
export type Memory = {
  /** Numbers of this run, by the names that stand for them. */
  names: Map<string, unknown>
  /** What the example has shown in full, by its id. */
  shown: Map<unknown, unknown>
}

/** A request with the numbers of this run in place of their names. */
export function filled(value: unknown, names: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    const whole = /^\{\{(\w+)\}\}$/.exec(value)?.[1]
    if (whole !== undefined) return names.get(whole)
    return value.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(names.get(name)))
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, names)]))
}

/**
 * An answer with names in place of the numbers of this run, wherever the example has a name. What an example calls "as
 * above" is the very thing that it has shown in full before.
 */
export function named(actual: unknown, expected: unknown, world: Memory): unknown {
  const { names, shown } = world
  if (expected === '{{anything}}') return actual === null ? actual : expected
  if (expected === '{{text}}') return typeof actual === 'string' && actual !== '' ? expected : actual
  if (typeof expected === 'string' && expected.includes('{{')) {
    const whole = /^\{\{(\w+)\}\}$/.exec(expected)?.[1]
    if (whole !== undefined && !names.has(whole)) names.set(whole, actual)
    return filled(expected, names) === actual ? expected : actual
  }
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.map((each, index) => named(each, expected[index], world))
  if (!isObject(actual) || !isObject(expected)) return actual
  if ('...' in expected) return isDeepStrictEqual(actual, shown.get(expected['id'])) ? expected : actual
  if ('id' in expected) shown.set(expected['id'], actual)
  return Object.fromEntries(
    Object.entries(actual).map(([key, each]) => [key, named(each, expected[key], world)]),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
