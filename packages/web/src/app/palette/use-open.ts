import { useRouter } from '@tanstack/react-router'
import { useCurrentWorkspace } from '../../features/workspaces/current-workspace.tsx'

/** Goes to a page, in the workspace that it belongs to. */
export function useOpen() {
  const router = useRouter()
  const { workspace, choose } = useCurrentWorkspace()
  return (path: string, workspaceId = workspace.id) => {
    if (workspaceId !== workspace.id) choose(workspaceId)
    router.history.push(path)
    // Whoever reads by ear goes on in the page.
    document.getElementById('content')?.focus({ preventScroll: true })
  }
}
