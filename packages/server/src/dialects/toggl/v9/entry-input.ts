import type { Ctx } from '../../../core/context.ts'
import type { EntryFields } from '../../../core/entries/columns.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { findProject } from '../../../core/projects/read.ts'
import { isInvoiced } from '../../../core/rules/billing-status.ts'
import { readTime } from '../../../core/rules/local-time.ts'
import { findTask } from '../../../core/tasks.ts'
import { inWords, refused } from '../errors.ts'
import { flagOf, type Input, integerOf, integersOf, numberOf, spellingOf, textOf, textsOf } from '../wire.ts'

/** Reading what a time entry says, on v9 and v8 alike: both know `project_id` and `pid`, and so on. */

/** How an entry is billed that nothing else decides. */
export const LAST_WORD = { lastWord: 'not_billable' } as const

export const NO_ENTRY = 'Time entry not found'

const LONGEST_DESCRIPTION = 3000
const MOST_TAGS = 50

/** What an entry says beside its times, for an entry in this workspace; `before` is what is changed, if anything is. */
export async function entryFieldsOf(
  ctx: Ctx,
  input: Input,
  { workspaceId, before }: { workspaceId: number; before?: Entry },
): Promise<EntryFields> {
  const project = await projectOf(ctx, input, workspaceId)
  const task = await taskOf(ctx, input, workspaceId)
  return {
    workspace_id: workspaceId,
    // A task is in one project, whatever else was sent.
    project_id: task ? task.project_id : project,
    task_id: task === undefined ? undefined : (task?.id ?? null),
    title: descriptionOf(input),
    billing_status: billingStatusOf(input, before),
    ...tagsOf(input),
  }
}

function descriptionOf(input: Input): string | null | undefined {
  const text = textOf(input, 'description')
  if (text && text.length > LONGEST_DESCRIPTION)
    throw refused(`Maximum length for description (${LONGEST_DESCRIPTION} chars) exceeded`)
  return text
}

/** The project by any of its spellings; 0 is how some clients say that there is none. */
async function projectOf(ctx: Ctx, input: Input, workspaceId: number): Promise<number | null | undefined> {
  const id = integerOf(input, spellingOf(input, 'project_id', 'pid'))
  if (id === undefined) return undefined
  if (id === null || id === 0) return null
  const project = await findProject(ctx, id)
  if (project?.workspace_id === workspaceId) return project.id
  throw refused('User cannot access the selected project')
}

async function taskOf(ctx: Ctx, input: Input, workspaceId: number) {
  const id = integerOf(input, spellingOf(input, 'task_id', 'tid'))
  if (id === undefined) return undefined
  if (id === null || id === 0) return null
  const task = await findTask(ctx, id)
  if (task?.workspace_id === workspaceId) return task
  throw refused('User cannot access selected task')
}

/** Time on an invoice is billable time already; it does not become unbillable by a client that knows no invoices. */
function billingStatusOf(input: Input, before: Entry | undefined): EntryFields['billing_status'] {
  const billable = flagOf(input, 'billable')
  if (billable === undefined || billable === null) return undefined
  if (!isInvoiced(before?.billing_status ?? null)) return billable ? 'billable' : 'not_billable'
  if (billable) return undefined
  throw inWords('locked', 'billed_protected', "Entries can't be added or edited in this period")
}

function tagsOf(input: Input): Pick<EntryFields, 'tags' | 'tag_ids' | 'tag_change'> {
  const names = textsOf(input, 'tags')
  const ids = integersOf(input, 'tag_ids')
  if ((names ?? ids ?? []).length > MOST_TAGS) throw refused(`Tags are limited to ${MOST_TAGS} per task`)
  if (names?.some((name) => name.trim() === '')) throw refused("tag name can't be blank")
  if (names === undefined && ids === undefined) return {}
  // Clients that send whole entries back change the names and leave the ids as they were.
  const named = names ? { tags: names } : { tag_ids: ids ?? [] }
  return { ...named, tag_change: tagChangeOf(input) }
}

/** `remove` is the word of v8, which clients of v9 send too. */
function tagChangeOf(input: Input): 'set' | 'add' | 'remove' {
  const action = textOf(input, 'tag_action')
  if (action === 'add') return 'add'
  return action === 'delete' || action === 'remove' ? 'remove' : 'set'
}

/** The owner an administrator names to write somebody else's entry. */
export function ownerOf(input: Input): number | undefined {
  return integerOf(input, spellingOf(input, 'user_id', 'uid')) ?? undefined
}

/** When an entry is, as it was sent: instants in milliseconds, the duration in seconds and negative where it runs. */
export type SentTimes = {
  start: number | undefined
  stop: number | null | undefined
  duration: number | undefined
}

export function timesOf(input: Input): SentTimes {
  const stop = input['stop']
  return {
    start: momentOf('start', startText(input)),
    stop: stop === null ? null : momentOf('stop', textOf(input, 'stop')),
    duration: wholeDuration(input),
  }
}

/** Some clients say on which day it began in `start_date`, which then stands in for the day of `start`. */
function startText(input: Input): string | null | undefined {
  const start = textOf(input, 'start')
  const day = textOf(input, 'start_date')?.slice(0, 10)
  return start && day ? day + start.slice(10) : start
}

function wholeDuration(input: Input): number | undefined {
  const duration = numberOf(input, 'duration')
  return duration === undefined || duration === null ? undefined : Math.trunc(duration)
}

function momentOf(name: string, text: string | null | undefined): number | undefined {
  if (text === undefined || text === null || text === '') return undefined
  const time = readTime(text, 'UTC')
  if (time?.kind === 'instant') return time.at
  throw refused(`Invalid ${name} time: ${JSON.stringify(text.slice(0, 64))}`)
}

export function requireStopAfterStart(start: number, stop: number): void {
  if (stop < start) throw refused('Stop time must be after start time')
}
