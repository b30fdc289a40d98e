import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { inBackground } from '../lib/background.ts'

type Reached = { workspace_id: number; subject_id: number }

/** A budget that runs out and is used up at once is told as one thing. */
const gatherFor = 400

/** Tells of budgets that run out; the words for it are fetched when there is something to tell. */
export function useBudgetNotices(): (event: Reached) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const told = useRef(new Set<number>())
  return useCallback(
    ({ workspace_id, subject_id }) => {
      if (told.current.has(subject_id)) return
      told.current.add(subject_id)
      setTimeout(() => {
        told.current.delete(subject_id)
        inBackground(tell())
      }, gatherFor)

      async function tell() {
        const { tellBudgetReached } = await import('../features/rates/budget-notice.ts')
        await tellBudgetReached(client, {
          workspaceId: workspace_id,
          projectId: subject_id,
          open: (projectId) => {
            inBackground(navigate({ to: '/projects/$id', params: { id: String(projectId) } }))
          },
        })
      }
    },
    [client, navigate],
  )
}
