import { AppError } from '../../../core/errors.ts'
import { refused, wordsOf } from '../errors.ts'
import { isRecord, notJson, pathIds } from '../wire.ts'

const MOST_IDS = 100
const MOST_OPERATIONS = 100

export type Operation = { op: 'add' | 'remove' | 'replace'; field: string; value: unknown }
export type Patched = { success: number[]; failure: { id: number; message: string }[] }

/** Changes several things alike. Each is done or refused for itself; nothing is rolled back. */
export async function patchEach(text: string, change: (id: number) => Promise<unknown>): Promise<Patched> {
  const ids = pathIds(text, 'Invalid value as user IDs')
  if (ids.length > MOST_IDS) throw refused(`PATCH request is limited to ${MOST_IDS} entries at once`)
  const patched: Patched = { success: [], failure: [] }
  for (const id of ids) {
    try {
      await change(id)
      patched.success.push(id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      patched.failure.push({ id, message: wordsOf(error) })
    }
  }
  return patched
}

/** The operations of a JSON patch (RFC 6902), of which only whole fields by their names make sense here. */
export function operationsOf(body: unknown, fields: readonly string[]): Operation[] {
  if (!Array.isArray(body)) throw notJson()
  if (body.length === 0 || body.length > MOST_OPERATIONS) throw refused('No patchable fields defined')
  return body.map((each) => operationOf(each, fields))
}

function operationOf(operation: unknown, fields: readonly string[]): Operation {
  if (!isRecord(operation)) throw notJson()
  const { op, path, value } = operation
  if (op !== 'add' && op !== 'remove' && op !== 'replace') throw refused(`Invalid op: ${shortened(op)}`)
  if (typeof path !== 'string' || !path.startsWith('/'))
    throw refused(`Invalid path format: ${shortened(path)}`)
  const field = path.slice(1)
  if (!fields.includes(field)) throw refused(`Path not found: ${shortened(path)}`)
  return { op, field, value }
}

/** The operations as one update: what is removed is emptied. */
export function asUpdate(operations: readonly Operation[]): Record<string, unknown> {
  return Object.fromEntries(operations.map(({ op, field, value }) => [field, op === 'remove' ? null : value]))
}

function shortened(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 64) : ''
}
