import { useMemo } from 'react'
import { projectName, useProjectsById } from '../projects/projects.ts'

/** A report names projects by their titles alone; here those find their colour. */
export function useColorOfChain(chain: readonly string[]): string | undefined {
  const projects = useProjectsById()
  const name = chain.join(' ▸ ')
  return useMemo(
    () => (name ? [...projects.values()].find((project) => projectName(project) === name)?.color : undefined),
    [projects, name],
  )
}
