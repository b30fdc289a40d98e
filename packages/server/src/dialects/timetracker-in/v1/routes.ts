import type { ApiVersion } from '../versions.ts'
import { clientRoutes } from './clients.ts'
import { meRoutes } from './me.ts'
import { projectRoutes } from './projects.ts'
import { reportRoutes } from './reports.ts'
import { tagRoutes } from './tags.ts'
import { taskRoutes } from './tasks.ts'
import { teamMemberRoutes } from './team-members.ts'
import { timeEntryRoutes } from './time-entries.ts'
import { timerRoutes } from './timer.ts'
import { webhookRoutes } from './webhooks.ts'
import { workspaceRoutes } from './workspaces.ts'

/** The first version of the core API. */
export const versionOne: ApiVersion = {
  version: '1.0.0',
  routes(app, house) {
    meRoutes(app)
    workspaceRoutes(app)
    teamMemberRoutes(app)
    clientRoutes(app)
    projectRoutes(app)
    taskRoutes(app)
    tagRoutes(app)
    timeEntryRoutes(app, house)
    timerRoutes(app)
    reportRoutes(app, house)
    webhookRoutes(app, house)
  },
}
