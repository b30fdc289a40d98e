import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { AppError } from '../../../core/errors.ts'
import { membershipIn } from '../../../core/access.ts'
import { requireProject } from '../../../core/projects/read.ts'
import { createClientFrom, showMadeClient } from '../clients.ts'
import { createEntryFrom, showEntry } from '../entries.ts'
import { inWords } from '../errors.ts'
import { bodyOf, idOf, requireFields } from '../input.ts'
import { createProjectFrom, showProject } from '../projects.ts'
import { createTagFrom, toTag } from '../tags.ts'
import { createTaskFrom, showTask } from '../tasks.ts'
import { requirePlace } from '../values.ts'

/** Creating is a POST where the triggers are; what was made is the answer. */
export function createRoutes(app: FastifyInstance): void {
  app.post('/triggers/clients', { schema: { summary: 'Create a client' } }, async (request) => {
    const { ctx, input, place } = await sentTo(request, 'name')
    return showMadeClient(ctx, await orTaken(createClientFrom(ctx, place, input), 'client'))
  })

  app.post('/triggers/projects', { schema: { summary: 'Create a project' } }, async (request) => {
    const { ctx, input, place } = await sentTo(request, 'name')
    return showProject(ctx, place, await createProjectFrom(ctx, place, input))
  })

  app.post('/triggers/tasks', { schema: { summary: 'Create a task in a project' } }, async (request) => {
    const { ctx } = request
    const input = bodyOf(request)
    requireFields(input, 'name', 'project_id')
    const project = await requireProject(ctx, idOf('project', input['project_id']))
    const task = await orTaken(createTaskFrom(ctx, project, input), 'task')
    return showTask(ctx, await membershipIn(ctx, project.workspace_id), task)
  })

  app.post('/triggers/time-entries', { schema: { summary: 'Create a time entry' } }, async (request) => {
    const { ctx, input, place } = await sentTo(request, 'start_time', 'end_time', 'billable')
    return showEntry(ctx, await createEntryFrom(ctx, place, input))
  })

  app.post('/triggers/tags', { schema: { summary: 'Create a tag' } }, async (request) => {
    const { ctx, input, place } = await sentTo(request, 'name')
    return toTag(await orTaken(createTagFrom(ctx, place, input), 'tag'))
  })
}

async function sentTo(request: FastifyRequest, ...needed: string[]) {
  const { ctx } = request
  const input = bodyOf(request)
  requireFields(input, 'workspace_id', ...needed)
  const place: Membership = await requirePlace(ctx, input['workspace_id'])
  return { ctx, input, place }
}

/** Names are taken where the system says so of tags; here clients and tasks keep theirs apart, too. */
async function orTaken<T>(making: Promise<T>, what: 'client' | 'task' | 'tag'): Promise<T> {
  try {
    return await making
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'name_taken') throw error
    const where = what === 'task' ? 'project' : 'workspace'
    throw inWords(error, 409, `A ${what} with this name already exists in this ${where}`)
  }
}
