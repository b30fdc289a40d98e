import { type TSchema, Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'

/** The words in which the calls of this dialect are described; its routes read their input by name and check it themselves. */

export type Routes = Readonly<Record<string, RouteReference>>

export function named<T extends TSchema>(title: string, schema: T): T {
  return Object.assign(schema, { title })
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

export function number(description: string, example = 1) {
  return Type.Integer({ description, examples: [example] })
}

export function text(description: string, example: string) {
  return Type.String({ description, examples: [example] })
}

export function flag(description: string, example = true) {
  return Type.Boolean({ description, examples: [example] })
}

export function list(values: TSchema, description?: string) {
  return Type.Array(values, description === undefined ? {} : { description })
}

export function oneOf<const T extends readonly string[]>(values: T, description?: string) {
  return Type.Unsafe<T[number]>({
    type: 'string',
    enum: [...values],
    ...(description ? { description } : {}),
  })
}

export function none(description = 'Always null.') {
  return Type.Null({ description })
}

/** A moment as the clock of the installation shows it, which is what this wire means where it says nothing. */
export function local(description: string) {
  return text(description, '2026-03-02T10:00:00')
}

export function utc(description: string) {
  return text(`${description} In UTC.`, '2026-03-02T09:00:00')
}

export function day(description: string) {
  return text(description, '2026-03-02')
}

export function decimal(description: string, example = 1.5) {
  return Type.Number({ description, examples: [example] })
}

/** A filter or a bound of a range. */
export function moment(description: string) {
  return text(`${description} A day, or a moment with or without an offset.`, '2026-03-02')
}

export const Tags = Type.Union([text('', 'urgent, shop'), list(Type.String())], {
  description: 'Words between commas, or a list of them.',
  examples: ['urgent, shop'],
})

export const CustomFields = Type.Record(Type.String(), Type.String(), {
  description: 'Texts by name.',
  examples: [{ ticket: 'SHOP-42' }],
})

export const CustomFieldChanges = Type.Record(Type.String(), nullable(Type.String()), {
  description: 'Merged into what is there; null deletes one.',
  examples: [{ ticket: 'SHOP-42' }],
})

/** Fields that may all be left out. */
export function optional(properties: Record<string, TSchema>): Record<string, TSchema> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)]))
}

export function inPath(name: string, description: string) {
  return Type.Object({ [name]: number(description) })
}

const pageFields = optional({
  page: Type.Integer({ minimum: 1, default: 1, description: 'From 1.' }),
  per_page: Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'How many on a page.' }),
})

/** The query of a list that comes in pages. */
export function pagedBy(filters: Record<string, TSchema> = {}) {
  return Type.Object({ ...optional(filters), ...pageFields })
}

const Pagination = named(
  'Pagination',
  Type.Object({
    page: number('Which page this is.'),
    per_page: number('How many a page has.', 50),
    total: number('How many there are in all.', 1),
    pages: number('How many pages that makes.'),
    has_next: flag('Whether a page follows.', false),
    has_prev: flag('Whether a page comes before.', false),
    next_page: nullable(Type.Integer({ description: 'The number of the one that follows.' })),
    prev_page: nullable(Type.Integer({ description: 'The number of the one before.' })),
  }),
)

export function paged(name: string, row: TSchema) {
  return Type.Object({ [name]: list(row), pagination: Pagination })
}

/** An answer that says what was done, with the thing it was done to. */
export function said(message: string, things: Record<string, TSchema> = {}) {
  return Type.Object({ message: text('What was done.', message), ...things })
}

/** PUT and PATCH of a path, which are the same: what is left out stays. */
export function changing(
  path: string,
  thing: string,
  reference: Omit<RouteReference, 'operationId'>,
): Routes {
  return {
    [`PUT ${path}`]: { operationId: `update${thing}`, ...reference },
    [`PATCH ${path}`]: { operationId: `patch${thing}`, ...reference },
  }
}

export const API = '/api/v1'
