import type { Row } from '../db/schema.ts'
import { type Ctx, lockUser, transact } from './context.ts'
import { priceList, repriceEntries } from './entries/pricing.ts'
import { beyond } from './page.ts'
import { enqueue } from './queue.ts'
import { startOfDay } from './rules/local-time.ts'

/** The day from which a rate holds that has always held. */
export const ALWAYS = '0001-01-01'

/** What a rate names; all null is the workspace itself. */
export type Place = Pick<Row<'rate'>, 'user_id' | 'client_id' | 'project_id' | 'task_id'>

/** Which entries are to be priced anew: those from a day on that a rate is for. */
export type Repricing = Place & { workspace_id: number; effective_from: string }

/** Leaves the entries that a rate is for to be priced anew, in the transaction that changed it. */
export async function enqueueReprice(ctx: Ctx, rate: Repricing): Promise<void> {
  const { workspace_id, user_id, client_id, project_id, task_id, effective_from } = rate
  await enqueue(ctx, 'reprice', { workspace_id, user_id, client_id, project_id, task_id, effective_from })
}

/** All that is booked on a project, for one that has got another client and with it other rates. */
export function ofProject({ id, workspace_id }: { id: number; workspace_id: number }): Repricing {
  return {
    workspace_id,
    project_id: id,
    user_id: null,
    client_id: null,
    task_id: null,
    effective_from: ALWAYS,
  }
}

const AT_ONCE = 500
const DAY_MS = 24 * 3600 * 1000

/**
 * Prices entries anew after a rate has changed, person by person and some hundred at a time, deleted ones too, as undo
 * may bring them back. Holding the person waits for whoever still writes by the old rate.
 */
export async function repriceWorkspace(ctx: Ctx, repricing: Repricing): Promise<void> {
  const owners = await ctx.db.kysely
    .selectFrom('member')
    .select('user_id')
    .where('workspace_id', '=', repricing.workspace_id)
    .orderBy('user_id')
    .execute()
  for (const { user_id } of owners) {
    if (repricing.user_id !== null && repricing.user_id !== user_id) continue
    let after: { started_at: number; id: number } | undefined
    do {
      const place = after
      after = await transact(ctx, (ctx) => repriceSome(ctx, { ...repricing, user_id }, place))
    } while (after)
  }
}

async function repriceSome(
  ctx: Ctx,
  repricing: Repricing & { user_id: number },
  after: { started_at: number; id: number } | undefined,
): Promise<{ started_at: number; id: number } | undefined> {
  const { workspace_id, user_id, client_id, project_id, task_id, effective_from } = repricing
  await lockUser(ctx, user_id)
  let entries = ctx.db.kysely
    .selectFrom('entry')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('workspace_id', '=', workspace_id)
    .where('started_on', '>=', effective_from)
    .where(beyond(after ? [after.started_at, after.id] : null, ['started_at', 'id']))
    .orderBy('started_at')
    .orderBy('id')
    .limit(AT_ONCE)
  // What index there is goes by instants; no zone is a whole day away.
  if (effective_from !== ALWAYS)
    entries = entries.where('started_at', '>=', startOfDay(effective_from, 'UTC') - DAY_MS)
  if (project_id !== null) entries = entries.where('project_id', '=', project_id)
  if (task_id !== null) entries = entries.where('task_id', '=', task_id)
  if (client_id !== null)
    entries = entries.where((eb) =>
      eb.or([
        eb('client_id', '=', client_id),
        eb(
          'project_id',
          'in',
          eb
            .selectFrom('project')
            .select('project.id')
            .where('project.workspace_id', '=', workspace_id)
            .where('project.client_id', '=', client_id),
        ),
      ]),
    )
  const some = await entries.execute()
  await repriceEntries(ctx, some, await priceList(ctx, workspace_id))
  return some.length < AT_ONCE ? undefined : some.at(-1)
}
