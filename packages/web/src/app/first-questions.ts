import type { Me } from '@sundial/sdk'
import type { QueryClient } from '@tanstack/react-query'
import { projectsQuery } from '../features/projects/projects.ts'
import { entriesQuery, timerQuery } from '../features/timer/timer.ts'
import { workspaceToShow } from '../features/workspaces/current-workspace.tsx'

/**
 * Asks at once for what every screen shows, and for the list of the first one: their components would ask when they are
 * drawn, which is after the answer that the frame waits for.
 */
export function askEarly(client: QueryClient, me: Me, path: string): void {
  for (const asked of [
    client.ensureQueryData(timerQuery),
    client.ensureQueryData(projectsQuery),
    ...(path === '/' ? [client.ensureInfiniteQueryData(entriesQuery(workspaceToShow(me)))] : []),
  ]) {
    // The component that needs it asks again, and says what is wrong.
    asked.catch(() => undefined)
  }
}
