import type { FastifyInstance } from 'fastify'
import type { House } from '../../../http/house.ts'
import { detailedRoutes } from './detailed.ts'
import { fileRoutes } from './files.ts'
import { filterRoutes } from './filters.ts'
import { projectRoutes } from './projects.ts'
import { statusRoutes } from './status.ts'
import { summaryRoutes } from './summary.ts'
import { totalsRoutes } from './totals.ts'
import { trendRoutes } from './trends.ts'
import { weeklyRoutes } from './weekly.ts'

/** Reports, version 3 (https://engineering.toggl.com/docs/reports/). */
export function reportsThreeRoutes(app: FastifyInstance, house: House): void {
  detailedRoutes(app, house)
  totalsRoutes(app, house)
  summaryRoutes(app, house)
  weeklyRoutes(app, house)
  fileRoutes(app, house)
  projectRoutes(app, house)
  trendRoutes(app, house)
  filterRoutes(app)
  statusRoutes(app, house)
}
