import type { ReportLine } from '@sundial/sdk'
import { ProjectDot } from '../projects/project-label.tsx'

/** The colour of a line; one without a project shows an empty dot among those that have one. */
export function LineDot({ line }: { line: ReportLine }) {
  if (!line.color && !line.by.startsWith('project')) return null
  return <ProjectDot color={line.color ?? undefined} />
}
