import type { Ctx } from '../../../core/context.ts'
import { getEntry } from '../../../core/entries/read.ts'
import { inWords, orNotFound } from '../errors.ts'
import type { Input } from '../wire.ts'
import { NO_ENTRY } from './entry-input.ts'
import { updateFrom } from './entry-writing.ts'
import { asUpdate, type Operation, operationsOf, patchEach, type Patched } from './patches.ts'

const FIELDS = [
  'description',
  'billable',
  'tags',
  'tag_ids',
  'project_id',
  'task_id',
  'start',
  'stop',
  'duration',
  'user_id',
]

/** Changes many entries of a workspace alike by JSON Patch. */
export async function patchEntries(
  ctx: Ctx,
  workspaceId: number,
  { ids, operations }: { ids: string; operations: unknown },
): Promise<Patched> {
  const inputs = inputsOf(operationsOf(operations, FIELDS))
  return patchEach(ids, async (id) => {
    let entry = await orNotFound(getEntry(ctx, id), NO_ENTRY)
    if (entry.workspace_id !== workspaceId) throw inWords('not_found', 'no_such_thing', NO_ENTRY)
    for (const input of inputs) entry = await updateFrom(ctx, { before: entry }, input)
  })
}

/** The operations as updates: one for all fields, and one more for each change of tags, which may add and remove. */
function inputsOf(operations: readonly Operation[]): Input[] {
  const isOfTags = ({ field }: Operation) => field === 'tags' || field === 'tag_ids'
  const fields: Input = asUpdate(operations.filter((operation) => !isOfTags(operation)))
  const tagChanges = operations.filter(isOfTags).map(({ op, field, value }) => ({
    [field]: value ?? [],
    // Without a value all of them are removed, as any other field is.
    tag_action: op === 'replace' || (op === 'remove' && value === undefined) ? undefined : op,
    // An owner who is named is named for every change.
    user_id: fields['user_id'],
  }))
  return [...(Object.keys(fields).length > 0 ? [fields] : []), ...tagChanges]
}
