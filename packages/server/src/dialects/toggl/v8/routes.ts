import type { FastifyInstance } from 'fastify'
import type { House } from '../../../http/house.ts'
import type { Sessions } from '../sessions.ts'
import { clientRoutes } from './clients.ts'
import { dashboardRoutes } from './dashboard.ts'
import { meRoutes } from './me.ts'
import { projectUserRoutes } from './project-users.ts'
import { projectRoutes } from './projects.ts'
import { tagRoutes } from './tags.ts'
import { taskRoutes } from './tasks.ts'
import { timeEntryRoutes } from './time-entries.ts'
import { workspaceUserRoutes } from './workspace-users.ts'
import { workspaceRoutes } from './workspaces.ts'

/** Version 8 (https://github.com/toggl/toggl_api_docs): another skin over the same rows. */
export function eightRoutes(app: FastifyInstance, house: House, sessions: Sessions): void {
  meRoutes(app, house, sessions)
  timeEntryRoutes(app)
  workspaceRoutes(app, house)
  workspaceUserRoutes(app)
  clientRoutes(app)
  projectRoutes(app)
  projectUserRoutes(app)
  taskRoutes(app)
  tagRoutes(app)
  dashboardRoutes(app, house)
}
