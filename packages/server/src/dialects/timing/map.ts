import type { Membership } from '../../core/access.ts'
import type { Entry } from '../../core/entries/entry.ts'
import type { Member } from '../../core/members.ts'
import type { Person } from '../../core/people.ts'
import type { Project } from '../../core/projects/read.ts'
import { durationSeconds } from '../../core/rules/duration.ts'
import { wholeSeconds } from '../../core/rules/local-time.ts'
import { customFieldsOf } from '../../core/text.ts'

/** Rows as Timing shows them, with the keys in the order of its documents. */

/** Dates have six digits of fraction and a numeric offset, never `Z`. All are in UTC but the bounds of report rows. */
export function toDate(at: number, minutesAhead = 0): string {
  const offset = minutesAhead === 0 ? '+00:00' : toOffset(minutesAhead)
  return `${new Date(at + minutesAhead * 60_000).toISOString().slice(0, -1)}000${offset}`
}

function toOffset(minutesAhead: number): string {
  const digits = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, '0')
  return `${minutesAhead < 0 ? '-' : '+'}${digits(minutesAhead / 60)}:${digits(minutesAhead % 60)}`
}

export function toReference(kind: 'projects' | 'time-entries' | 'users' | 'teams', id: number): string {
  return `/${kind}/${id}`
}

/** A project without its children, as it stands in an entry. */
export function toEmbeddedProject(project: Project, memberships: readonly Membership[]) {
  return { ...beforeChildren(project, memberships), ...afterChildren(project) }
}

/** A project with its children, whole or as references. */
export function toProject<C>(project: Project, memberships: readonly Membership[], children: readonly C[]) {
  return { ...beforeChildren(project, memberships), children, ...afterChildren(project) }
}

function beforeChildren(project: Project, memberships: readonly Membership[]) {
  return {
    self: toReference('projects', project.id),
    team_id: toTeamId(project.workspace_id, memberships),
    title: project.title,
    title_chain: project.title_chain,
    color: project.color,
    productivity_score: project.productivity_score,
    is_archived: project.is_archived === 1,
    notes: project.notes,
  }
}

function afterChildren(project: Project) {
  return {
    parent: project.parent_id === null ? null : { self: toReference('projects', project.parent_id) },
    default_billing_status: project.default_billing_status,
    custom_fields: customFieldsOf(project.custom_fields),
  }
}

/** The personal workspace is no team. */
function toTeamId(workspaceId: number, memberships: readonly Membership[]): string | null {
  const workspace = memberships.find((each) => each.workspace_id === workspaceId)?.workspace
  return workspace && workspace.personal_user_id === null ? toReference('teams', workspaceId) : null
}

export type EmbeddedProject = ReturnType<typeof toEmbeddedProject>

/** Where an entry that runs ends for the moment. */
export function presentEnd(startedAt: number, now: number): number {
  return Math.max(wholeSeconds(now), startedAt)
}

/** An entry; while it runs it ends now. `project` is the whole project where the client wants it included. */
export function toEntry(entry: Entry, now: number, project?: EmbeddedProject) {
  return {
    self: toReference('time-entries', entry.id),
    start_date: toDate(entry.started_at),
    end_date: toDate(entry.ended_at ?? presentEnd(entry.started_at, now)),
    duration: durationSeconds(entry, now),
    project:
      project ?? (entry.project_id === null ? null : { self: toReference('projects', entry.project_id) }),
    title: entry.title,
    notes: entry.notes,
    is_running: entry.ended_at === null,
    creator_id: toReference('users', entry.user_id),
    creator_name: entry.user_name ?? entry.user_email,
    billing_status: entry.billing_status ?? 'undetermined',
    custom_fields: customFieldsOf(entry.custom_fields),
  }
}

/** A team is the one thing whose reference is called `id`. */
export function toTeam({ workspace }: Membership) {
  return { id: toReference('teams', workspace.id), name: workspace.name }
}

export function toTeamMember(member: Member) {
  return toPerson({ ...member, id: member.user_id })
}

export function toPerson({ id, email, name }: Person) {
  return { self: toReference('users', id), email, name }
}
