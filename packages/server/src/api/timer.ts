import type { FastifyInstance } from 'fastify'
import { findTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from '../core/timer.ts'
import { toEntry } from './map.ts'
import { route } from './route.ts'
import * as Shape from './schemas.ts'
import { readOptionalInstant } from './times.ts'

/** One's timer: the entry that is running, of which there is at most one. */
export function timerRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'getTimer',
    method: 'GET',
    url: '/timer',
    summary: 'The entry that is running, or null',
    answer: Shape.Timer,
    async handle(ctx) {
      const entry = await findTimer(ctx)
      return { entry: entry ? toEntry(entry, ctx.now) : null }
    },
  })
  route(app, {
    operationId: 'startTimer',
    method: 'POST',
    url: '/timer/start',
    summary: 'Start a timer; the one that runs is stopped',
    body: Shape.TimerStart,
    answer: Shape.StartedTimer,
    status: 201,
    async handle(ctx, { body }) {
      const { if_running: ifRunning, started_at, ...fields } = body
      const { started, stopped } = await startTimer(ctx, {
        ...fields,
        started_at: readOptionalInstant('started_at', started_at),
        whenRunning: ifRunning === 'refuse' ? 'refuse' : 'stop_at_start',
      })
      return { entry: toEntry(started, ctx.now), stopped: stopped && toEntry(stopped, ctx.now) }
    },
  })
  route(app, {
    operationId: 'stopTimer',
    method: 'POST',
    url: '/timer/stop',
    summary: 'Stop the timer, now or at a moment since its start',
    body: Shape.TimerStop,
    answer: Shape.StoppedTimer,
    async handle(ctx, { body }) {
      const entry = await stopTimer(ctx, { ended_at: readOptionalInstant('ended_at', body.ended_at) })
      return { entry: toEntry(entry, ctx.now) }
    },
  })
  route(app, {
    operationId: 'pauseTimer',
    method: 'POST',
    url: '/timer/pause',
    summary: 'Interrupt the timer; the time until it is resumed is a break',
    answer: Shape.StoppedTimer,
    handle: async (ctx) => ({ entry: toEntry(await pauseTimer(ctx), ctx.now) }),
  })
  route(app, {
    operationId: 'resumeTimer',
    method: 'POST',
    url: '/timer/resume',
    summary: 'Go on with a paused timer',
    answer: Shape.StoppedTimer,
    handle: async (ctx) => ({ entry: toEntry(await resumeTimer(ctx), ctx.now) }),
  })
}
