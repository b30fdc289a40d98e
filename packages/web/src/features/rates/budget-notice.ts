import type { QueryClient } from '@tanstack/react-query'
import i18n from 'i18next'
import { answer, api } from '../../lib/api.ts'
import { currentLocale } from '../../lib/locale.ts'
import { showNotice } from '../../ui/notices.tsx'
import { projectName, projectsQuery } from '../projects/projects.ts'
import { sessionQuery } from '../session/session.ts'
import { canSeeRates } from '../workspaces/permissions.ts'

type Reached = { workspaceId: number; projectId: number; open: (projectId: number) => void }

/** Says that a project's budget runs out, to those who manage; the event itself carries no values. */
export async function tellBudgetReached(
  client: QueryClient,
  { workspaceId, projectId, open }: Reached,
): Promise<void> {
  const me = client.getQueryData(sessionQuery.queryKey)
  const membership = me?.memberships.find(({ workspace }) => workspace.id === workspaceId)
  if (!membership || !canSeeRates(membership.role)) return
  const query = { workspace_id: workspaceId, project_id: projectId }
  const { data } = await answer(api.GET('/budgets', { params: { query } }))
  const projects = await client.ensureQueryData(projectsQuery)
  const budget = data.find(({ project_id }) => project_id === projectId)
  const project = projects.find(({ id }) => id === projectId)
  // Changed again since, or a project one may not see.
  if (!budget || !project) return
  const isUsedUp = budget.used_percent >= 100
  showNotice({
    message: i18n.t(isUsedUp ? 'budgets.reachedAll' : 'budgets.reached', {
      title: projectName(project),
      percent: new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(budget.used_percent / 100),
    }),
    action: {
      label: i18n.t('budgets.open'),
      run: () => {
        open(projectId)
      },
    },
  })
}
