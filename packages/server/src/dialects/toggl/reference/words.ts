import { type TSchema, Type } from 'typebox'

/** The words in which the calls of this dialect are described; its routes read their input by name and check it themselves. */

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

export function flag(description: string) {
  return Type.Boolean({ description, examples: [true] })
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

/** The object with every field optional, as a body that changes what it names. */
export function changes(properties: Record<string, TSchema>) {
  return Type.Object(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)])),
  )
}

/** Parameters of the path, each a number. */
export function inPath(...names: string[]) {
  return Type.Object(
    Object.fromEntries(names.map((name) => [name, number(NUMBERS.get(name) ?? 'Its number.')])),
  )
}

const NUMBERS = new Map([
  ['workspace_id', 'The workspace.'],
  ['organization_id', 'The organization, which is a workspace here and has its number.'],
  ['time_entry_id', 'The time entry.'],
  ['client_id', 'The client.'],
  ['project_id', 'The project.'],
  ['task_id', 'The task.'],
  ['tag_id', 'The tag.'],
  ['user_id', 'The person.'],
  ['workspace_user_id', 'The membership.'],
  ['project_user_id', 'The person on the project.'],
  ['organization_user_id', 'The membership.'],
  ['invitation_id', 'The invitation.'],
  ['country_id', 'The country.'],
])

export const Meta = Type.Optional(flag('Adds the names and colours of client, project and task.'))
export const Since = Type.Optional(
  number('Unix seconds: what was made, changed or deleted since, deleted ones included.', 1_767_225_600),
)
