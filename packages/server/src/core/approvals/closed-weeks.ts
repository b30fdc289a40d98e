import type { Row } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import { prepared } from '../prepared.ts'

const closedWeeks = prepared(({ kysely }, ...[workspaceId, userId, day]: [number, number, string]) =>
  kysely
    .selectFrom('timesheet')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
    .where('closed_at', 'is not', null),
)

/** Refuses time that would come into a week that is closed: all that was in it is settled. */
export async function refuseClosedWeek(
  ctx: Ctx,
  { workspace_id, user_id, started_on }: Pick<Row<'entry'>, 'workspace_id' | 'user_id' | 'started_on'>,
): Promise<void> {
  const [closed] = await closedWeeks(ctx, workspace_id, user_id, started_on)
  if (closed) throw new AppError('locked', 'locked_period', `The week of ${started_on} is closed.`)
}
