import type { FastifyInstance } from 'fastify'
import type { House } from '../../../http/house.ts'
import { clientRoutes } from './clients.ts'
import { dashboardRoutes } from './dashboards.ts'
import { invitationRoutes } from './invitations.ts'
import { meListRoutes } from './me-lists.ts'
import { memberRoutes } from './members.ts'
import { organizationRoutes } from './organization-routes.ts'
import { organizationUserRoutes } from './organization-users.ts'
import { projectRoutes } from './project-routes.ts'
import { projectUserRoutes } from './project-users.ts'
import { rateRoutes } from './rates.ts'
import { referenceDataRoutes } from './reference-data.ts'
import { tagRoutes } from './tags.ts'
import { taskRoutes } from './task-routes.ts'
import { workspaceRoutes } from './workspace-routes.ts'

/** Everything that is not time: workspaces and who is in them, and what time is booked on. */
export function thingRoutes(app: FastifyInstance, house: House): void {
  meListRoutes(app)
  workspaceRoutes(app)
  memberRoutes(app)
  rateRoutes(app)
  dashboardRoutes(app, house)
  clientRoutes(app)
  projectRoutes(app)
  projectUserRoutes(app)
  taskRoutes(app)
  tagRoutes(app)
  organizationRoutes(app)
  organizationUserRoutes(app)
  invitationRoutes(app, house)
  referenceDataRoutes(app)
}
