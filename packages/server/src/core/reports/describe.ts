import type { Ctx } from '../context.ts'
import { workspacesOf } from '../entries/filter.ts'
import { labelsOf } from './labels.ts'
import type { Grouping, Question } from './question.ts'
import { emptySum } from './sums.ts'
import { addToTree, emptyTree } from './tree.ts'

const NAMED_AT_MOST = 10

/** What a filter leaves in, in words for the head of a printed report. */
export async function describeFilter(ctx: Ctx, filter: Question['filter']): Promise<string[]> {
  const { whose, projectIds, clientIds, taskIds, tagIds, billingStatuses, text, isRunning } = filter
  const sentences: string[] = []
  const name = async (title: string, by: Grouping, ids: readonly (number | null)[] | undefined) => {
    if (ids) sentences.push(`${title}: ${await namesOf(ctx, { by, ids }, filter)}`)
  }
  await name('Person', 'user', typeof whose === 'string' ? undefined : whose)
  await name('Client', 'client', clientIds)
  await name('Project', 'project', projectIds)
  await name('Task', 'task', taskIds)
  await name('Tag', 'tag', tagIds)
  if (billingStatuses) sentences.push(`Billing: ${billingStatuses.join(', ').replaceAll('_', ' ')}`)
  if (text) sentences.push(`Text: ${text}`)
  sentences.push(...describeDetails(filter))
  if (isRunning !== undefined) sentences.push(isRunning ? 'Running timers only' : 'Without running timers')
  if (filter.customField) sentences.push(`${filter.customField.name}: ${filter.customField.value}`)
  return sentences
}

function describeDetails({
  phrase,
  hasTitle,
  entryIds,
  minSeconds,
  maxSeconds,
}: Question['filter']): string[] {
  return [
    ...(phrase === undefined ? [] : [`Text: ${phrase}`]),
    ...(hasTitle === undefined ? [] : [hasTitle ? 'With a title' : 'Without a title']),
    ...(entryIds ? [`${entryIds.length} chosen entries`] : []),
    ...(minSeconds === undefined ? [] : [`At least ${minSeconds} seconds long`]),
    ...(maxSeconds === undefined ? [] : [`At most ${maxSeconds} seconds long`]),
  ]
}

async function namesOf(
  ctx: Ctx,
  { by, ids }: { by: Grouping; ids: readonly (number | null)[] },
  filter: Question['filter'],
): Promise<string> {
  const within = await workspacesOf(ctx, filter)
  const shown = ids.slice(0, NAMED_AT_MOST)
  const tree = emptyTree()
  for (const id of shown) addToTree(tree, [id], emptySum())
  const labels = await labelsOf(ctx, { groupBy: [by], tree }, within)
  const names = shown.map((id) => {
    const { label, chain } = labels(by, id)
    return id === null ? 'none' : (chain?.join(' ▸ ') ?? label ?? '…')
  })
  return [...names, ...(ids.length > shown.length ? [`${ids.length - shown.length} more`] : [])].join(', ')
}
