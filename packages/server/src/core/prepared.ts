import type { CompiledQuery } from 'kysely'
import type { Database, Engine } from '../db/engine.ts'
import type { Ctx } from './context.ts'

/** Stands in a compiled query where a value will be: the names that lead to it, from the list of values on. */
class Slot {
  readonly path: readonly string[]
  constructor(path: readonly string[]) {
    this.path = path
  }

  valueIn(values: readonly unknown[]): unknown {
    return this.path.reduce((value: unknown, name) => (isMade(value) ? value[name] : undefined), values)
  }
}

/**
 * A query whose text is always the same, for what clients ask all day: built once for a database, then only its values
 * change. To build and compile one takes Kysely longer (50 to 100 µs) than SQLite takes to answer it. A value may be a
 * row to be written, or a list, or hold such; there is one text for each set of names, and for each length.
 */
export function prepared<Values extends readonly unknown[], R>(
  build: (db: Database, ...values: Values) => { compile(kysely: Database['kysely']): CompiledQuery<R> },
): (ctx: Ctx, ...values: Values) => Promise<R[]> {
  const ofEngine = new WeakMap<Engine, Map<string, CompiledQuery<R>>>()
  return async (ctx, ...values) => {
    const { engine, kysely } = ctx.db
    const compiled = ofEngine.get(engine) ?? new Map<string, CompiledQuery<R>>()
    ofEngine.set(engine, compiled)
    const shape = shapeOf(values)
    let query = compiled.get(shape)
    if (!query) {
      // The builder only hands values on, so what stands in for one may have any type.
      const slots = slotFor(values, []) as Values
      query = build(ctx.db, ...slots).compile(kysely)
      compiled.set(shape, query)
      engine.keepStatement(query.sql)
    }
    const parameters = query.parameters.map((each) => (each instanceof Slot ? each.valueIn(values) : each))
    const bound: CompiledQuery<R> = { ...query, parameters }
    return (await kysely.executeQuery(bound)).rows
  }
}

function slotFor(value: unknown, path: readonly string[]): unknown {
  if (!isMade(value)) return new Slot(path)
  const slots = writtenNames(value).map((name) => [name, slotFor(value[name], [...path, name])] as const)
  return Array.isArray(value) ? slots.map(([, slot]) => slot) : Object.fromEntries(slots)
}

/** The names of rows and the lengths of lists, which make the text of a statement. */
function shapeOf(value: unknown): string {
  if (!isMade(value)) return ''
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`
  return `{${writtenNames(value)
    .map((name) => name + shapeOf(value[name]))
    .join()}}`
}

/** What is undefined is left out of the statement, as Kysely has it. */
function writtenNames(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined)
}

/** True for rows and lists, which have values by their names and places. */
function isMade(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/**
 * Ids for `in`, so that lists of any length make few texts: filled up to the next power of two by saying the last again.
 */
export function inFewTexts(ids: readonly number[]): number[] {
  const length = 2 ** Math.ceil(Math.log2(Math.max(ids.length, 1)))
  return Array.from({ length }, (_, index) => ids[index] ?? ids.at(-1) ?? 0)
}
