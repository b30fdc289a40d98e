import type { FastifyInstance } from 'fastify'
import type { House } from '../../../http/house.ts'
import { refused } from '../errors.ts'
import { type FileFormat, sendReport } from './files.ts'
import { oldDetailsRoutes } from './two-details.ts'
import { oldProjectRoutes } from './two-project.ts'
import { askedInAddress } from './two-question.ts'
import { oldSummaryRoutes } from './two-summary.ts'
import { oldWeeklyRoutes } from './two-weekly.ts'

/** Reports, version 2 (https://github.com/toggl/toggl_api_docs/blob/master/reports.md). */
export function reportsTwoRoutes(app: FastifyInstance, house: House): void {
  oldDetailsRoutes(app, house)
  oldSummaryRoutes(app, house)
  oldWeeklyRoutes(app, house)
  oldProjectRoutes(app, house)
  oldFileRoutes(app, house)
  errorRoutes(app)
}

const KINDS = { details: 'detailed', summary: 'summary', weekly: 'weekly' } as const
/** Spreadsheets of old were called `.xls`; they are opened as what they say they are. */
const FORMATS: Record<string, FileFormat> = { csv: 'csv', pdf: 'pdf', xls: 'xlsx' }

function oldFileRoutes(app: FastifyInstance, house: House): void {
  for (const name of ['details', 'summary', 'weekly'] as const) {
    for (const [ending, format] of Object.entries(FORMATS)) {
      app.get(
        `/${name}.${ending}`,
        { schema: { summary: `Write the report ${name} as ${ending.toUpperCase()}` } },
        async (request, reply) => {
          const asked = await askedInAddress(request)
          return sendReport(house, { request, reply }, { kind: KINDS[name], format, asked })
        },
      )
    }
  }
}

/** Errors to try a client with, as the documents offer them. */
function errorRoutes(app: FastifyInstance): void {
  const config = { isRefusal: true }
  app.get('/error400', { config }, async (_, reply) => {
    reply.header('warning', '199 - "This is always an error"')
    throw refused('This is always an error of the client')
  })
  app.get('/error500', { config }, async (_, reply) =>
    reply
      .code(500)
      .header('warning', '199 - "This is always an error"')
      .send({
        error: { message: 'This is always an error of the server', tip: 'Try again later.', code: 500 },
      }),
  )
}
