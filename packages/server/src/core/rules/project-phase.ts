import type { Row } from '../../db/schema.ts'

/** Where a project stands by its days: before the first, within them, after the last, or put away. */
export type ProjectPhase = 'upcoming' | 'active' | 'ended' | 'archived'

type Dated = Pick<Row<'project'>, 'is_archived' | 'starts_on' | 'ends_on'>

/** The phase of a project on a day. */
export function phaseOf({ is_archived, starts_on, ends_on }: Dated, today: string): ProjectPhase {
  if (is_archived === 1) return 'archived'
  if (starts_on !== null && starts_on > today) return 'upcoming'
  return ends_on !== null && ends_on < today ? 'ended' : 'active'
}
