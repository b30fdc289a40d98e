import { type RawBuilder, sql } from 'kysely'

/** What must hold of the rows, and a question for the ids of those of which it does not. */
export type Rule = { name: string; means: string; wrong: RawBuilder<unknown> }

/** Rules that the engine can answer by itself, each in one pass. Those that keys and checks of the schema hold are not here. */
export const RULES: readonly Rule[] = [
  {
    name: 'session_key',
    means: 'A session was opened with a key that is not there, or is not of the same person.',
    wrong: sql`select id from session where token_id is not null and not exists (
      select 1 from token where token.id = session.token_id and token.user_id = session.user_id)`,
  },
  {
    name: 'key_workspace',
    means: 'A key is bound to a workspace that is not there.',
    wrong: sql`select id from token where workspace_id is not null and not exists (
      select 1 from workspace where workspace.id = token.workspace_id)`,
  },
  {
    name: 'secret_twice',
    means: 'Two keys, sessions, invitations or links have one secret.',
    wrong: sql`
      select max(id) as id from token group by secret_hash having count(*) > 1
      union all select max(id) as id from session group by secret_hash having count(*) > 1
      union all select max(id) as id from invitation group by secret_hash having count(*) > 1
      union all select max(id) as id from report_link group by secret_hash having count(*) > 1`,
  },
  {
    name: 'home',
    means: 'A person’s default workspace is not there, or is not theirs.',
    wrong: sql`select id from "user" where not exists (
      select 1 from member join workspace on workspace.id = member.workspace_id
      where member.workspace_id = "user".default_workspace_id and member.user_id = "user".id
        and member.is_active = 1 and workspace.deleted_at is null)`,
  },
  {
    name: 'personal_workspace',
    means: 'A person has no personal workspace, or is not its owner.',
    wrong: sql`select id from "user" where not exists (
      select 1 from workspace join member on member.workspace_id = workspace.id
      where workspace.personal_user_id = "user".id and member.user_id = "user".id and member.role = 'owner')`,
  },
  {
    name: 'owner',
    means: 'A workspace has no owner.',
    wrong: sql`select id from workspace where deleted_at is null and not exists (
      select 1 from member where member.workspace_id = workspace.id and member.role = 'owner' and member.is_active = 1)`,
  },
  {
    name: 'running_twice',
    means: 'Two timers of one person run.',
    wrong: sql`select max(id) as id from entry where ended_at is null and deleted_at is null
      group by user_id having count(*) > 1`,
  },
  {
    name: 'entry_person',
    means: 'An entry lies in a workspace that its person never was in.',
    wrong: sql`select id from entry where not exists (
      select 1 from member where member.workspace_id = entry.workspace_id and member.user_id = entry.user_id)`,
  },
  {
    name: 'entry_task',
    means: 'An entry is booked on a task of another project.',
    wrong: sql`select entry.id from entry join task on task.workspace_id = entry.workspace_id and task.id = entry.task_id
      where entry.deleted_at is null and task.project_id is distinct from entry.project_id`,
  },
  ...deletedUnderneath(),
  {
    name: 'whole_seconds',
    means: 'An entry begins, pauses or ends within a second.',
    wrong: sql`select id from entry
      where started_at % 1000 <> 0 or ended_at % 1000 <> 0 or paused_at % 1000 <> 0`,
  },
  {
    name: 'break_length',
    means: 'The break of an entry is longer than the entry.',
    wrong: sql`select id from entry where ended_at is not null and break_seconds > (ended_at - started_at) / 1000`,
  },
  {
    name: 'overlap',
    means: 'An entry overlaps an earlier one, made when its workspace refused that.',
    // What was changed since is left out: a workspace refuses at the time of a write, and not what undo brings back.
    wrong: sql`select id from (
      select entry.id, entry.started_at, max(entry.ended_at) over (
        partition by entry.workspace_id, entry.user_id order by entry.started_at, entry.id
        rows between unbounded preceding and 1 preceding) as taken_until
      from entry join workspace on workspace.id = entry.workspace_id
      where workspace.refuses_overlap = 1 and entry.created_at > workspace.updated_at and entry.version = 1
        and entry.deleted_at is null and entry.ended_at > entry.started_at) as placed
      where taken_until > started_at`,
  },
  {
    name: 'project_path',
    means: 'The path of a project is not that of its parent and itself.',
    // A cycle cannot have such paths, as each would be longer than the next.
    wrong: sql`select project.id from project
      left join project as parent on parent.workspace_id = project.workspace_id and parent.id = project.parent_id
      where project.path <> coalesce(parent.path, '/') || project.id || '/'`,
  },
  {
    name: 'approval_state',
    means: 'How the approval of an entry stands is not what its approvals say.',
    wrong: sql`select id from entry where case approval_status
        when 'pending' then not ${hasApproval('pending')}
        when 'approved' then ${hasApproval('pending')} or not ${hasApproval('approved')}
        when 'rejected' then ${hasApproval('pending')} or not ${hasApproval('rejected')}
        else false end
      union all
      select distinct entry.id from approval
      join entry on entry.workspace_id = approval.workspace_id and entry.id = approval.entry_id
      where approval.status = 'pending' and entry.approval_status is null`,
  },
  {
    name: 'approval_turn',
    means: 'Of the levels that wait for a decision on an entry, not just the first is due.',
    wrong: sql`select entry_id as id from approval where status = 'pending' group by workspace_id, entry_id
      having sum(is_due) <> 1 or min(level) <> min(case when is_due = 1 then level end)
      union all
      select entry_id as id from approval where status <> 'pending' and is_due = 1`,
  },
  {
    name: 'approval_decided',
    means: 'An approval is decided without a moment, or has one while it waits.',
    wrong: sql`select id from approval where (status = 'pending') <> (decided_at is null)`,
  },
  {
    name: 'approval_person',
    means: 'An approval belongs to the week of somebody else.',
    wrong: sql`select approval.id from approval
      join timesheet on timesheet.workspace_id = approval.workspace_id and timesheet.id = approval.timesheet_id
      join entry on entry.workspace_id = approval.workspace_id and entry.id = approval.entry_id
      where entry.user_id <> timesheet.user_id`,
  },
  {
    name: 'approval_parent',
    means: 'A level follows one that is not there, or is about another entry.',
    wrong: sql`select approval.id from approval where parent_id is not null and not exists (
      select 1 from approval as parent where parent.workspace_id = approval.workspace_id
        and parent.id = approval.parent_id and parent.entry_id = approval.entry_id)`,
  },
  {
    name: 'delivery_state',
    means: 'A message to a webhook is over without an end, or has one while it waits.',
    wrong: sql`select id from delivery where (status = 'waiting') <> (finished_at is null)
      or (status <> 'waiting' and locked_until is not null)`,
  },
  {
    name: 'delivery_event',
    means: 'A message to a webhook tells of an event that is not there.',
    wrong: sql`select id from delivery where event_id is not null and not exists (
      select 1 from event where event.workspace_id = delivery.event_workspace_id and event.id = delivery.event_id)`,
  },
  {
    name: 'webhook_switch',
    means: 'A webhook is on and has a moment at which it was switched off, or is off without one.',
    wrong: sql`select id from webhook where (is_enabled = 1) <> (disabled_at is null)`,
  },
]

function hasApproval(status: string): RawBuilder<unknown> {
  return sql`exists (select 1 from approval where approval.workspace_id = entry.workspace_id
    and approval.entry_id = entry.id and approval.status = ${sql.lit(status)})`
}

/** What lives belongs to nothing that is deleted: it would be out of reach, and the purge would never end. */
function deletedUnderneath(): Rule[] {
  const belongings = [
    ['entry', 'project'],
    ['entry', 'task'],
    ['entry', 'client'],
    ['task', 'project'],
    ['project', 'client'],
    ['contact', 'client'],
  ] as const
  const rules = belongings.map(([table, to]) => ({
    name: `${table}_of_deleted_${to}`,
    means: `A living ${table} belongs to a ${to} that is deleted.`,
    wrong: sql`select living.id from ${sql.table(to)} as gone join ${sql.table(table)} as living
      on living.workspace_id = gone.workspace_id and ${sql.ref(`living.${to}_id`)} = gone.id
      where gone.deleted_at is not null and living.deleted_at is null`,
  }))
  const parents = {
    name: 'project_of_deleted_project',
    means: 'A living project lies below one that is deleted.',
    wrong: sql`select living.id from project as gone join project as living
      on living.workspace_id = gone.workspace_id and living.parent_id = gone.id
      where gone.deleted_at is not null and living.deleted_at is null`,
  }
  return [...rules, parents]
}
