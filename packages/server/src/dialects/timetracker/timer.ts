import type { FastifyInstance } from 'fastify'
import { hasScope } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Entry } from '../../core/entries/entry.ts'
import { findProject, type Project } from '../../core/projects/read.ts'
import { findTask } from '../../core/tasks.ts'
import { findTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from '../../core/timer.ts'
import type { House } from '../../http/house.ts'
import { fieldsOf } from './entry-input.ts'
import { showEntry } from './entry-map.ts'
import { refusal, validation } from './errors.ts'
import { bodyOf, type Input, integerOf, looseBodyOf } from './input.ts'
import { type Call, route } from './route.ts'
import { momentOf } from './times.ts'

export function timerRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone

  route(app, {
    method: 'GET',
    url: '/timer/status',
    summary: 'Show the running timer',
    scope: 'read:time_entries',
    async handle({ ctx }) {
      const timer = await findTimer(ctx)
      return { active: timer !== undefined, timer: timer ? await showEntry(ctx, timer, zone) : null }
    },
  })

  route(app, {
    method: 'POST',
    url: '/timer/start',
    summary: 'Start a timer on a project',
    scope: 'write:time_entries',
    async handle({ ctx, request, reply }) {
      const input = bodyOf(request)
      requireNamed(input)
      // Clients act on this, so it comes before whatever may be wrong with the project.
      if (await seenTimer(ctx)) throw await alreadyRunning(ctx, zone)
      await requireStartable(ctx, input)
      const started = await startedWith(ctx, input, zone)
      reply.code(201)
      return { message: 'Timer started successfully', timer: await showEntry(ctx, started, zone) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/timer/stop',
    summary: 'Stop the timer, now or at a moment since its start',
    scope: 'write:time_entries',
    async handle({ ctx, request }) {
      const ended_at = stopTimeOf(looseBodyOf(request), zone)
      try {
        const stopped = await stopTimer(ctx, { ended_at })
        return { message: 'Timer stopped successfully', time_entry: await showEntry(ctx, stopped, zone) }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (error.reason === 'nothing_running')
          throw refusal('No active timer to stop', { code: 'no_active_timer' })
        // The only thing that can be wrong with a stop is its moment.
        throw error.code === 'invalid' ? refusal(error.message, { code: 'invalid_stop_time' }) : error
      }
    },
  })

  const pauses = [
    { url: '/timer/pause', summary: 'Pause the timer', change: pauseTimer, message: 'Timer paused' },
    {
      url: '/timer/resume',
      summary: 'Go on with a paused timer',
      change: resumeTimer,
      message: 'Timer resumed',
    },
  ]
  for (const { url, summary, change, message } of pauses) {
    route(app, {
      method: 'POST',
      url,
      summary,
      scope: 'write:time_entries',
      handle: async ({ ctx }: Call) => ({
        message,
        time_entry: await showEntry(ctx, await change(ctx), zone),
      }),
    })
  }
}

/** A timer runs on a project. One of the system's clients also starts them for a client. */
function requireNamed(input: Input): void {
  if (integerOf(input, 'project_id') || integerOf(input, 'client_id')) return
  throw validation('project_id is required', { project_id: ['project_id is required'] })
}

/** The project is in use, and the task one of its own. */
async function requireStartable(ctx: Ctx, input: Input): Promise<void> {
  const projectId = integerOf(input, 'project_id')
  if (!projectId) return
  const project = await findProject(ctx, projectId)
  if (!project) throw refusal('You do not have access to this project', { status: 403, code: 'forbidden' })
  refuseOutOfUse(project)
  const taskId = integerOf(input, 'task_id')
  if (taskId && (await findTask(ctx, taskId))?.project_id !== projectId)
    throw refusal('Selected task is invalid for the chosen project')
}

function refuseOutOfUse({ is_archived, status }: Project): void {
  if (is_archived === 1)
    throw refusal('Cannot start timer for an archived project. Please unarchive the project first.')
  if (status !== 'active') throw refusal('Cannot start timer for an inactive project')
}

async function startedWith(ctx: Ctx, input: Input, zone: string) {
  try {
    const { started } = await startTimer(ctx, {
      ...(await fieldsOf(ctx, input, undefined)),
      whenRunning: 'refuse',
    })
    return started
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.reason === 'locked_period') throw refusal('Timesheet period is closed for this date')
    if (error.reason !== 'timer_running') throw error
    throw await alreadyRunning(ctx, zone)
  }
}

/** The timer that runs, for a key that may read it. */
function seenTimer(ctx: Ctx): Promise<Entry | undefined> {
  return hasScope(ctx, 'read:time_entries') ? findTimer(ctx) : Promise.resolve(undefined)
}

/** The timer that runs comes along, for a client that has lost sight of it. */
async function alreadyRunning(ctx: Ctx, zone: string): Promise<AppError> {
  const running = await seenTimer(ctx)
  return refusal('You already have an active timer. Stop it before starting a new one.', {
    status: 409,
    code: 'timer_already_running',
    more: { timer: running ? await showEntry(ctx, running, zone) : null },
  })
}

function stopTimeOf(input: Input, zone: string): number | undefined {
  const value = input['stop_time']
  if (value === undefined || value === null) return undefined
  try {
    return momentOf(value, 'stop_time', zone)
  } catch {
    throw refusal('Invalid stop_time format', { code: 'invalid_stop_time' })
  }
}
