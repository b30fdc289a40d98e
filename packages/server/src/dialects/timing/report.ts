import type { FastifyInstance } from 'fastify'
import { membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { peopleById } from '../../core/people.ts'
import { type Project, projectsById } from '../../core/projects/read.ts'
import { type Line, mergeLines } from '../../core/reports/lines.ts'
import type { Question } from '../../core/reports/question.ts'
import type { House } from '../../http/house.ts'
import { toEmbeddedProject } from './map.ts'
import { boundsReader } from './report-bounds.ts'
import { type Layout, layoutOf, questionOf } from './report-input.ts'
import { type Names, sortLines, toReportRow } from './report-rows.ts'
import { usageLines, usageQuestion } from './report-usage.ts'
import { booleanOf, type Call, readCall } from './wire.ts'

export function reportRoutes(app: FastifyInstance, house: House): void {
  app.get('/report', { schema: { summary: 'Report on time entries and app usage' } }, async (request) => {
    const call = readCall(request)
    const layout = layoutOf(call.input)
    const question = await questionOf(call, layout)
    const lines = await linesOf(house, call, question)
    const names = await namesOf(call, { layout, question, lines })
    return { data: sortLines(lines, layout, names).map((line) => toReportRow(line, layout, names)) }
  })
}

/** Entries and, where it is asked for, app usage; what has the same in every column becomes one line. */
async function linesOf(
  { reading }: House,
  { ctx, input }: Call,
  question: Question,
): Promise<readonly Line[]> {
  const { lines, within } = await reading.ask(ctx, 'reportLines', question)
  if (booleanOf(input, 'include_app_usage') !== true) return lines
  const rows = await reading.ask(ctx, 'usageRows', usageQuestion(question))
  return mergeLines([...lines, ...(await usageLines(ctx, rows, { question, within }))])
}

type Answering = { layout: Layout; question: Question; lines: readonly Line[] }

async function namesOf({ ctx, input }: Call, { layout, question, lines }: Answering): Promise<Names> {
  const { columns, mode } = layout
  const idsIn = (column: 'project' | 'user') => idsAt(lines, columns.indexOf(column))
  const projects = await manyProjects(ctx, idsIn('project'))
  const isWhole = booleanOf(input, 'include_project_data') === true
  const memberships = await membershipsOf(ctx)
  const embedded = [...(isWhole ? projects : [])].map(
    ([id, project]) => [id, toEmbeddedProject(project, memberships)] as const,
  )
  return {
    people: await peopleById(ctx, idsIn('user')),
    projects,
    embedded: new Map(embedded),
    bounds: boundsReader({ mode, zone: question.zone, now: ctx.now }),
  }
}

function idsAt(lines: readonly Line[], index: number): number[] {
  const ids = new Set<number>()
  for (const { keys } of lines) {
    const key = keys[index]
    if (typeof key === 'number') ids.add(key)
  }
  return [...ids]
}

const PROJECTS_AT_ONCE = 5000

async function manyProjects(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Project>> {
  const projects = new Map<number, Project>()
  for (let start = 0; start < ids.length; start += PROJECTS_AT_ONCE) {
    const some = await projectsById(ctx, ids.slice(start, start + PROJECTS_AT_ONCE))
    for (const [id, project] of some) projects.set(id, project)
  }
  return projects
}
