import { type TSchema, Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { type Kind, uuidOf } from '../ids.ts'
import { CORE } from '../paths.ts'

/** The words in which the calls of this dialect are described; its routes read their input by name and check it themselves. */

export type Routes = Readonly<Record<string, RouteReference>>

export const IN_WORKSPACE = `${CORE}/workspaces/:workspace_id`

export function named<T extends TSchema>(title: string, schema: T): T {
  return Object.assign(schema, { title })
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** The UUID of a thing of this kind. */
export function id(kind: Kind, description: string) {
  return Type.String({ format: 'uuid', description, examples: [uuidOf(kind, 1)] })
}

export function number(description: string, example = 1) {
  return Type.Integer({ description, examples: [example] })
}

export function decimal(description: string, example: number) {
  return Type.Number({ description, examples: [example] })
}

/** A number above zero. */
export function positive(description: string, example: number) {
  return Type.Number({ exclusiveMinimum: 0, description, examples: [example] })
}

export function text(description: string, example: string) {
  return Type.String({ description, examples: [example] })
}

export function name(description: string, example: string) {
  return Type.String({ minLength: 1, maxLength: 255, description, examples: [example] })
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

export function none(description: string) {
  return Type.Null({ description })
}

/** A moment in UTC, with milliseconds. */
export function moment(description: string, example = '2026-03-02T09:00:00.000Z') {
  return Type.String({ format: 'date-time', description, examples: [example] })
}

/** A day, which is its first moment in UTC. */
export function day(description: string) {
  return moment(`${description} Midnight in UTC.`, '2026-03-02T00:00:00.000Z')
}

/** When a thing was made and last changed. */
export const TIMES = {
  created_at: moment('When it was made.'),
  updated_at: moment('When it last changed.'),
}

/** Fields that may all be left out. */
export function optional(properties: Record<string, TSchema>): Record<string, TSchema> {
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, Type.Optional(schema)]))
}

export const WorkspaceId = id('workspace', 'The workspace.')

export const Success = named('Success', Type.Object({ success: flag('Always true.') }))

/** Ids as they are sent: as a list, or as one text with commas between them. */
export function ids(kind: Kind, description: string) {
  return Type.Union([Type.Array(Type.String({ format: 'uuid' })), Type.String()], {
    description: `${description} As a list, or as one text with commas between them.`,
    examples: [[uuidOf(kind, 1)]],
  })
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
    total: number('How many there are in all.'),
    total_pages: number('How many pages that makes.'),
  }),
)

export function paged(row: TSchema, more: Record<string, TSchema> = {}) {
  return Type.Object({ data: list(row), pagination: Pagination, ...more })
}

/** In which order a list comes: by its own word or by a time; the first of these where nothing is said. */
export function sortedBy(...words: readonly string[]) {
  const both = words.flatMap((word) => [`-${word}`, word])
  return oneOf(both, `In which order; a minus sign turns it round. \`${both[0]}\` without it.`)
}

export const UpdatedSince = moment('Only what was made or changed at this moment or after it.')

/** What lists of things that have a name can be asked. */
export const LISTED = {
  name: text('Only those with this in their name, in either case.', 'sho'),
  sort: sortedBy('created_at', 'updated_at', 'name'),
  updated_since: UpdatedSince,
}

type Things = {
  /** How one of them, and all of them, are called in the names of calls. */
  one: string
  many: string
  /** The last part of the path of all. */
  path: string
  /** The parameter that names one. */
  id: Record<string, TSchema>
  shown: TSchema
  /** What is answered when one is made, where that is more. */
  made?: TSchema
  query: TSchema
  /** What one cannot be made without. */
  needed: Record<string, TSchema>
  fields: Record<string, TSchema>
  /** What of it can be changed, where that is not all. */
  changes?: Record<string, TSchema>
  aboutMaking?: string
  aboutChanging?: string
}

/** The five calls that each kind of thing of a workspace has. */
export function things(of: Things): Routes {
  const all = `${IN_WORKSPACE}/${of.path}`
  const each = `${all}/:${Object.keys(of.id).join('')}`
  const inWorkspace = Type.Object({ workspace_id: WorkspaceId })
  const params = Type.Object({ workspace_id: WorkspaceId, ...of.id })
  return {
    [`GET ${all}`]: {
      operationId: `list${of.many}`,
      params: inWorkspace,
      query: of.query,
      status: 200,
      answer: paged(of.shown),
    },
    [`POST ${all}`]: {
      operationId: `create${of.one}`,
      ...(of.aboutMaking ? { about: of.aboutMaking } : {}),
      params: inWorkspace,
      body: Type.Object({ ...of.needed, ...optional(of.fields) }),
      status: 200,
      answer: of.made ?? of.shown,
    },
    [`GET ${each}`]: { operationId: `show${of.one}`, params, status: 200, answer: of.shown },
    [`PATCH ${each}`]: {
      operationId: `update${of.one}`,
      ...(of.aboutChanging ? { about: of.aboutChanging } : {}),
      params,
      body: Type.Object(optional(of.changes ?? { ...of.needed, ...of.fields })),
      status: 200,
      answer: of.shown,
    },
    [`DELETE ${each}`]: { operationId: `delete${of.one}`, params, status: 200, answer: Success },
  }
}

const ACCEPT_VERSION = {
  'X-Accept-Version': Type.String({
    description:
      'A semantic version, or less of one: `1.0.0`, `1.0`, `1`, `v1`. The latest stable one without it; one that is not served is 400.',
    examples: ['1.0.0'],
  }),
}

/** The calls of the core API, each of which can be asked for by version. */
export function versioned(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([key, route]) => [key, { ...route, headers: ACCEPT_VERSION }]),
  )
}
