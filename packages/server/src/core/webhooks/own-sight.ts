import { canManage, type Membership, membershipsOf } from '../access.ts'
import { visibleApprovals } from '../approvals/approval.ts'
import { actingUser, type Ctx } from '../context.ts'
import { isCrmSeen } from '../crm/access.ts'
import { withinSight } from '../event-sight.ts'
import type { EventRow } from '../events.ts'
import { isModuleOn } from '../modules.ts'
import { visibleProjects } from '../projects/read.ts'

/** What an event says of the thing it is about, as far as it decides who may know. */
type Subject = {
  id: number
  user_id?: number
  project_id?: number | null
  created_by?: number | null
  owner_id?: number | null
}

/**
 * An event as the person of a webhook may know it, in the workspace where it happened; null where they may not. A webhook
 * that hears everywhere is told by this rule: its person may be a member here and a viewer there.
 */
export async function asSeen(ctx: Ctx, event: EventRow): Promise<EventRow | null> {
  const place = (await membershipsOf(ctx)).find((each) => each.workspace_id === event.workspace_id)
  // An event holds the row of the kind it is about, as `emit` wrote it.
  const subject = JSON.parse(event.after ?? event.before ?? '{}') as Subject
  if (!place || !(await isSeen(ctx, place, { event, subject }))) return null
  return withinSight(ctx, place, [event])[0] ?? null
}

type About = { event: EventRow; subject: Subject }

async function isSeen(ctx: Ctx, place: Membership, { event, subject }: About): Promise<boolean> {
  const { userId } = actingUser(ctx)
  switch (event.subject_kind) {
    case 'project':
      return seesProject(ctx, place, event.subject_id)
    case 'task':
      return seesProject(ctx, place, subject.project_id)
    case 'entry':
      return subject.user_id === userId || !subject.project_id || seesProject(ctx, place, subject.project_id)
    case 'client':
      return isModuleOn(place, 'clients')
    case 'contact':
    case 'lead':
    case 'deal':
      return isCrmSeen(ctx, place, { table: event.subject_kind, row: subject })
    case 'approval':
      return seesApproval(ctx, place, event.subject_id)
    case 'timesheet':
      return canManage(place.role) || subject.user_id === userId
    default:
      return true
  }
}

async function seesApproval(ctx: Ctx, place: Membership, id: number): Promise<boolean> {
  const approvals = (await visibleApprovals(ctx, [place])).where('approval.id', '=', id)
  return (await approvals.select('approval.id').executeTakeFirst()) !== undefined
}

/** Also of what is deleted by now, which stays as private as it was. */
async function seesProject(ctx: Ctx, place: Membership, id: number | null | undefined): Promise<boolean> {
  const seen = await visibleProjects(ctx, [place], true)
    .where('project.id', '=', id ?? 0)
    .executeTakeFirst()
  return seen !== undefined
}
