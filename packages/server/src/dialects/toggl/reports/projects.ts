import type { FastifyInstance } from 'fastify'
import { findProject } from '../../../core/projects/read.ts'
import type { House } from '../../../http/house.ts'
import { inWords, refused } from '../errors.ts'
import { pathId } from '../wire.ts'
import { type Asked, askedOf, type ReportPath } from './question.ts'
import { idOfKey, tableOf } from './table.ts'
import { ratedTable, toTotals } from './totals.ts'

type ProjectPath = { Params: ReportPath['Params'] & { project_id: string } }

export function projectRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/projects/summary',
    { schema: { summary: 'Add up the time of each person on each project' } },
    async (request) => {
      const { lines } = await tableOf(house, await askedOf(request), ['user', 'project'])
      return lines.flatMap(({ keys, sum }) =>
        keys[1] === null
          ? []
          : [
              {
                user_id: idOfKey(keys[0]),
                project_id: idOfKey(keys[1]),
                tracked_seconds: sum.seconds,
                billable_seconds: sum.billable_seconds,
              },
            ],
      )
    },
  )
  app.post<ProjectPath>(
    '/workspace/:workspace_id/projects/:project_id/summary',
    { schema: { summary: 'Add up the time of a project' } },
    async (request) => {
      const asked = await askedOf(request)
      if (!asked.input['start_date']) throw refused('The start_date parameter is required')
      const ofProject = await onProject(asked, request.params.project_id)
      return toTotals(ofProject, await ratedTable(house, ofProject))
    },
  )
}

async function onProject(asked: Asked, text: string): Promise<Asked> {
  const id = pathId(text)
  if (id === undefined) throw refused('Invalid project id')
  const project = await findProject(asked.ctx, id)
  if (project?.workspace_id !== asked.membership.workspace_id)
    throw inWords('forbidden', 'not_allowed', 'project not found or not accessible')
  const { question } = asked
  return { ...asked, question: { ...question, filter: { ...question.filter, projectIds: [id] } } }
}
