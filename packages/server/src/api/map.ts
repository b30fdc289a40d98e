import type { Static } from 'typebox'
import type { Membership } from '../core/access.ts'
import type { Client as ClientRow } from '../core/clients.ts'
import type { Entry as EntryRow } from '../core/entries/entry.ts'
import type { EventRow } from '../core/events.ts'
import type { Invitation as InvitationRow } from '../core/invitations.ts'
import type { Member as MemberRow } from '../core/members.ts'
import { disabledModules } from '../core/modules.ts'
import type { Project as ProjectRow } from '../core/projects/read.ts'
import { keptUnder, WEB_APP } from '../core/preferences.ts'
import { durationSeconds } from '../core/rules/duration.ts'
import type { Tag as TagRow } from '../core/tags.ts'
import type { Task as TaskRow } from '../core/tasks.ts'
import { customFieldsOf } from '../core/text.ts'
import { parseList, type Token as TokenRow } from '../core/tokens.ts'
import { hasSecondFactor, type User as UserRow } from '../core/me.ts'
import type { WireUse as WireUseRow } from '../core/usage.ts'
import type * as Shape from './schemas.ts'

/** Rows as our own API shows them. Pure functions: nothing is read here. */

export function toInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

export function orNull(at: number | null): string | null {
  return at === null ? null : toInstant(at)
}

/** What every row tells in the same words. */
export function common(row: { version: number; created_at: number; updated_at: number }) {
  return {
    version: row.version,
    created_at: toInstant(row.created_at),
    updated_at: toInstant(row.updated_at),
  }
}

export function toMembership(membership: Membership, memberCount: number): Static<typeof Shape.Membership> {
  const { workspace } = membership
  return {
    member_id: membership.member_id,
    role: membership.role,
    workspace: {
      id: workspace.id,
      kind: workspace.personal_user_id === null ? 'team' : 'personal',
      name: workspace.name,
      member_count: memberCount,
    },
  }
}

export function toMe(
  user: UserRow,
  memberships: Static<typeof Shape.Membership>[],
  { scopes, sampleWorkspaceId }: { scopes: readonly string[]; sampleWorkspaceId: number | null },
): Static<typeof Shape.Me> {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    time_zone: user.time_zone,
    locale: user.locale,
    time_format: user.time_format,
    duration_format: user.duration_format,
    week_start: user.week_start,
    default_billing_status: user.default_billing_status,
    default_workspace_id: user.default_workspace_id ?? 0,
    density: keptUnder(user, WEB_APP)['density'] === 'compact' ? 'compact' : 'comfortable',
    sample_workspace_id: sampleWorkspaceId,
    is_admin: user.is_admin === 1,
    has_password: user.password_hash !== null,
    has_second_factor: hasSecondFactor(user),
    memberships,
    scopes: [...scopes],
    version: user.version,
    created_at: toInstant(user.created_at),
  }
}

export function toUser(user: UserRow): Static<typeof Shape.User> {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    is_admin: user.is_admin === 1,
    is_active: user.is_active === 1,
    has_second_factor: hasSecondFactor(user),
    created_at: toInstant(user.created_at),
  }
}

export function toWireUse({ wire, client, used_at }: WireUseRow): Static<typeof Shape.WireUse> {
  return { wire, client, used_at: toInstant(used_at) }
}

export function toToken(token: TokenRow): Static<typeof Shape.Token> {
  return {
    id: token.id,
    name: token.name,
    description: token.description,
    prefix: token.prefix,
    is_active: token.is_active === 1,
    scopes: parseList(token.scopes),
    is_integration: token.is_integration === 1,
    workspace_id: token.workspace_id,
    expires_at: orNull(token.expires_at),
    allowed_ips: parseList(token.allowed_ips),
    last_used_at: orNull(token.last_used_at),
    usage_count: token.usage_count,
    limit_factor: token.limit_factor,
    created_at: toInstant(token.created_at),
  }
}

export function toWorkspace({ role, workspace }: Membership): Static<typeof Shape.Workspace> {
  return {
    id: workspace.id,
    kind: workspace.personal_user_id === null ? 'team' : 'personal',
    name: workspace.name,
    time_zone: workspace.time_zone,
    week_start: workspace.week_start,
    default_billing_status: workspace.default_billing_status,
    locked_before: workspace.locked_before,
    refuses_overlap: workspace.refuses_overlap === 1,
    protects_billed: workspace.protects_billed === 1,
    only_admins_create_projects: workspace.only_admins_create_projects === 1,
    currency: workspace.currency,
    rounding_mode: workspace.rounding_mode,
    rounding_minutes: workspace.rounding_minutes,
    rounding_per: workspace.rounding_per,
    disabled_modules: disabledModules(workspace),
    role,
    version: workspace.version,
    created_at: toInstant(workspace.created_at),
  }
}

export function toMember(member: MemberRow): Static<typeof Shape.Member> {
  return {
    id: member.id,
    workspace_id: member.workspace_id,
    user_id: member.user_id,
    email: member.email,
    name: member.name,
    role: member.role,
    designation: member.designation,
    department: member.department,
    is_active: member.is_active === 1,
    version: member.version,
    created_at: toInstant(member.created_at),
  }
}

export function toInvitation(invitation: InvitationRow): Static<typeof Shape.Invitation> {
  return {
    id: invitation.id,
    workspace_id: invitation.workspace_id,
    email: invitation.email,
    role: invitation.role,
    invited_by: invitation.invited_by,
    expires_at: toInstant(invitation.expires_at),
    created_at: toInstant(invitation.created_at),
  }
}

export function toClient(client: ClientRow): Static<typeof Shape.Client> {
  return {
    id: client.id,
    workspace_id: client.workspace_id,
    name: client.name,
    notes: client.notes,
    contact_person: client.contact_person,
    email: client.email,
    phone: client.phone,
    address: client.address,
    type: client.type,
    is_active: client.is_active === 1,
    currency: client.currency,
    custom_fields: customFieldsOf(client.custom_fields),
    ...common(client),
  }
}

export function toProject(project: ProjectRow): Static<typeof Shape.Project> {
  return {
    id: project.id,
    workspace_id: project.workspace_id,
    parent_id: project.parent_id,
    position: project.position,
    client_id: project.client_id,
    title: project.title,
    title_chain: project.title_chain,
    code: project.code,
    notes: project.notes,
    color: project.color,
    productivity_score: project.productivity_score,
    status: project.status,
    is_archived: project.is_archived === 1,
    is_hidden: project.is_hidden,
    archived_at: orNull(project.archived_at),
    archive_reason: project.archive_reason,
    is_private: project.is_private === 1,
    default_billing_status: project.default_billing_status,
    estimate_seconds: project.estimate_seconds,
    starts_on: project.starts_on,
    ends_on: project.ends_on,
    custom_fields: customFieldsOf(project.custom_fields),
    ...common(project),
  }
}

export function toTask(task: TaskRow): Static<typeof Shape.Task> {
  return {
    id: task.id,
    workspace_id: task.workspace_id,
    project_id: task.project_id,
    name: task.name,
    description: task.description,
    status: task.status,
    priority: task.priority,
    estimate_seconds: task.estimate_seconds,
    due_on: task.due_on,
    assignee_ids: task.assignee_ids,
    tags: task.tags,
    started_at: orNull(task.started_at),
    completed_at: orNull(task.completed_at),
    ...common(task),
  }
}

export function toTag(tag: TagRow): Static<typeof Shape.Tag> {
  return {
    id: tag.id,
    workspace_id: tag.workspace_id,
    name: tag.name,
    color: tag.color,
    description: tag.description,
    ...common(tag),
  }
}

export function toEntry(entry: EntryRow, now: number): Static<typeof Shape.Entry> {
  return {
    id: entry.id,
    workspace_id: entry.workspace_id,
    user_id: entry.user_id,
    project_id: entry.project_id,
    task_id: entry.task_id,
    client_id: entry.client_id,
    title: entry.title,
    notes: entry.notes,
    started_at: toInstant(entry.started_at),
    ended_at: orNull(entry.ended_at),
    paused_at: orNull(entry.paused_at),
    break_seconds: entry.break_seconds,
    duration_seconds: durationSeconds(entry, now),
    is_running: entry.ended_at === null,
    time_zone: entry.time_zone,
    started_on: entry.started_on,
    billing_status: entry.billing_status ?? 'undetermined',
    tags: entry.tags,
    custom_fields: customFieldsOf(entry.custom_fields),
    source: entry.source,
    is_locked: entry.is_locked,
    approval_status: entry.approval_status,
    invoice_number: entry.invoice_number,
    ...common(entry),
  }
}

export function toEvent(event: EventRow): Static<typeof Shape.Event> {
  return {
    id: event.id,
    workspace_id: event.workspace_id,
    at: toInstant(event.at),
    user_id: event.user_id,
    operation_id: event.operation_id,
    wire: event.wire,
    reason: event.reason,
    kind: event.kind,
    subject_kind: event.subject_kind,
    subject_id: event.subject_id,
    before: event.before === null ? null : JSON.parse(event.before),
    after: event.after === null ? null : JSON.parse(event.after),
  }
}
