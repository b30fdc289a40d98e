import type { FastifyInstance } from 'fastify'
import { findTimer, startTimer, stopTimer } from '../../../core/timer.ts'
import { entryFieldsOf, showEntry } from '../entries.ts'
import { bodyOf, booleanOf, momentOf } from '../input.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

const TIMER = '/workspaces/:workspace_id/timer'

/** A person has one timer, wherever it runs; a workspace knows of it while it runs there. */
export function timerRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    TIMER,
    { schema: { summary: 'Show the timer that runs, if one does' } },
    async (request) => {
      const place = await placeOf(request)
      const timer = await findTimer(request.ctx)
      const isHere = timer?.workspace_id === place.workspace_id
      return { time_entry: isHere ? await showEntry(request.ctx, timer) : null }
    },
  )

  app.post<InWorkspace>(
    `${TIMER}/start`,
    { schema: { summary: 'Start a timer; one that runs is stopped first' } },
    async (request) => {
      const place = await placeOf(request)
      const input = bodyOf(request)
      const isBilled = booleanOf(input, 'billable')
      const { started } = await startTimer(request.ctx, {
        ...entryFieldsOf(input),
        ...(isBilled === undefined ? {} : { billing_status: isBilled ? 'billable' : 'not_billable' }),
        started_at: momentOf(input, 'start_time'),
        workspace_id: place.workspace_id,
      })
      return showEntry(request.ctx, started)
    },
  )

  app.post<InWorkspace>(
    `${TIMER}/stop`,
    { schema: { summary: 'Stop the timer, now or at a moment since its start' } },
    async (request) => {
      const { workspace_id } = await placeOf(request)
      const ended_at = momentOf(bodyOf(request), 'end_time')
      return showEntry(request.ctx, await stopTimer(request.ctx, { ended_at, workspace_id }))
    },
  )
}
