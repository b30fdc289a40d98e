import type { FastifyInstance } from 'fastify'
import type { Entry } from '../../core/entries/entry.ts'
import { updateEntries } from '../../core/entries/write.ts'
import { AppError, invalid } from '../../core/errors.ts'
import { fieldsOf } from './entry-input.ts'
import { toEntry } from './map.ts'
import { requiredIdOf } from './lookup.ts'
import { booleanOf, type Input, isRecord, missing, readCall } from './wire.ts'

export function batchRoutes(app: FastifyInstance): void {
  app.patch(
    '/time-entries/batch-update',
    { schema: { summary: 'Update many time entries alike' } },
    async (request) => {
      const { ctx, input } = readCall(request)
      const ids = batchIds(input)
      const owner = booleanOf(input, 'allow_editing_other_users') ? ('anybody' as const) : undefined
      const fields = await fieldsOf(ctx, batchData(input))
      const entries = await namedByPlace(updateEntries(ctx, { ids, owner }, fields))
      return {
        data: entries.map((entry) => toEntry(entry, ctx.now)),
        message: `Updated ${entries.length} time entries.`,
      }
    },
  )
}

const MOST_IN_A_BATCH = 1000

/** The ids as numbers, as text, or as references: the documents show the first and describe the second. */
function batchIds(input: Input): number[] {
  const values = input['time_entries']
  if (!Array.isArray(values) || values.length === 0) throw missing('time_entries')
  if (values.length > MOST_IN_A_BATCH) {
    const message = `The time entries field must not have more than ${MOST_IN_A_BATCH} items.`
    throw invalid('time_entries', message)
  }
  return values.map((value, index) => requiredIdOf(value, 'time-entries', `time_entries.${index}`))
}

const CHANGEABLE = ['project', 'title', 'notes', 'billing_status', 'custom_fields']

/** What to change. Dates are not among it, so a batch of nothing but dates is a mistake that deserves an answer. */
function batchData(input: Input): Input {
  const data = input['data']
  if (isRecord(data) && CHANGEABLE.some((name) => data[name] !== undefined)) return data
  throw missing('data')
}

/** Unknown entries of a batch are wrong input here, each named by its place in the list. */
async function namedByPlace(work: Promise<Entry[]>): Promise<Entry[]> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found' || !error.fields) throw error
    const places = Object.keys(error.fields).map((field) => field.replace(/^ids/, 'time_entries'))
    const fields = Object.fromEntries(places.map((place) => [place, `The selected ${place} is invalid.`]))
    throw new AppError('invalid', error.reason, error.message, { fields })
  }
}
