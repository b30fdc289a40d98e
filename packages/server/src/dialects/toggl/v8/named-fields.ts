import { type Input, textOf } from '../wire.ts'

/** What a body asks to have in the answer beside the usual: names with commas between them. */
export function namedFields(input: Input): string[] {
  return (textOf(input, 'fields') ?? '').split(',').map((name) => name.trim())
}
