import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFullTeam } from '../../testing/full-team.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { findDamage } from './check.ts'
import { RECKONED } from './reckoned.ts'
import { RULES } from './rules.ts'

let server: TestServer
let team: number

beforeAll(async () => {
  server = await openTestServer()
  team = (await openFullTeam(server)).id
})
afterAll(() => server.close())

const entry = "(select min(id) from entry where title = 'ÉTÉ')"
const project = (title: string) => `(select id from project where title = '${title}')`

/** What breaks each rule, and what else that breaks. */
const DAMAGE: Record<string, { by: string | string[]; also?: string[] }> = {
  session_key: { by: 'update session set token_id = (select max(id) from token)' },
  key_workspace: { by: 'update token set workspace_id = 999 where id = (select min(id) from token)' },
  secret_twice: {
    by: `insert into invitation (workspace_id, email, email_key, role, secret_hash, invited_by, created_at, expires_at)
      select workspace_id, user_id || '@example.com', user_id || '@example.com', 'member', 'same', user_id, 0, 1 from member`,
  },
  home: { by: 'update "user" set default_workspace_id = 999 where id = 1' },
  personal_workspace: {
    by: 'update workspace set personal_user_id = null where personal_user_id = (select min(id) from "user")',
  },
  owner: {
    by: `update member set role = 'admin' where role = 'owner' and workspace_id = (select max(id) from workspace)`,
  },
  running_twice: {
    by: [
      'drop index entry_running',
      `insert into entry (workspace_id, user_id, started_at, time_zone, started_on, source, via_wire, created_at, updated_at)
       select workspace_id, user_id, 0, 'UTC', '1970-01-01', 'timer', 'test', 0, 0 from entry where ended_at is null`,
    ],
  },
  entry_person: {
    by: `insert into entry (workspace_id, user_id, started_at, ended_at, time_zone, started_on, source, via_wire, created_at, updated_at)
      select min(workspace_id), max(user_id), 0, 0, 'UTC', '1970-01-01', 'timer', 'test', 0, 0 from member`,
  },
  entry_task: { by: `update entry set project_id = ${project('Père')} where id = ${entry}` },
  entry_of_deleted_project: {
    by: `update project set deleted_at = 1 where title = 'Below'`,
    also: ['task_of_deleted_project'],
  },
  entry_of_deleted_task: { by: 'update task set deleted_at = 1' },
  entry_of_deleted_client: {
    by: 'update client set deleted_at = 1',
    also: ['project_of_deleted_client', 'contact_of_deleted_client'],
  },
  task_of_deleted_project: {
    by: `update project set deleted_at = 1 where title = 'Below'`,
    also: ['entry_of_deleted_project'],
  },
  project_of_deleted_client: {
    by: 'update client set deleted_at = 1',
    also: ['entry_of_deleted_client', 'contact_of_deleted_client'],
  },
  contact_of_deleted_client: {
    by: 'update client set deleted_at = 1',
    also: ['entry_of_deleted_client', 'project_of_deleted_client'],
  },
  project_of_deleted_project: { by: `update project set deleted_at = 1 where title = 'Père'` },
  whole_seconds: {
    by: `update entry set started_at = started_at + 1 where id = ${entry}`,
    also: ['entry_price', 'report_sum'],
  },
  break_length: {
    by: `update entry set break_seconds = 1002, billable_amount = 0, cost_amount = 0 where id = ${entry}`,
  },
  overlap: {
    by: [
      `update workspace set updated_at = created_at where refuses_overlap = 1`,
      `insert into entry (workspace_id, user_id, started_at, ended_at, time_zone, started_on, source, via_wire, created_at, updated_at)
       select workspace_id, user_id, started_at + 1000, ended_at, 'UTC', started_on, 'manual', 'test', created_at, updated_at
       from entry where version = 1 and billing_status is not null and ended_at is not null and user_id =
         (select min(user_id) from entry where version = 1 and ended_at is not null)`,
    ],
    also: ['entry_price', 'entry_person'],
  },
  project_path: { by: `update project set path = '/9/' where title = 'Below'` },
  approval_state: { by: `update entry set approval_status = null where id = ${entry}` },
  approval_turn: { by: `update approval set is_due = 0 where entry_id = ${entry}` },
  approval_decided: { by: `update approval set decided_at = 1 where entry_id = ${entry}` },
  approval_person: { by: 'update timesheet set user_id = 1' },
  approval_parent: { by: 'update approval set parent_id = 999' },
  delivery_state: { by: `update delivery set status = 'done' where id = (select min(id) from delivery)` },
  delivery_event: { by: 'update delivery set event_id = 999999 where id = (select min(id) from delivery)' },
  webhook_switch: { by: 'update webhook set is_enabled = 0' },
  entry_day: {
    by: `update entry set time_zone = 'Pacific/Kiritimati' where ended_at = 7200000 or started_at = 0`,
  },
  entry_price: { by: `update entry set billable_amount = billable_amount + 1 where id = ${entry}` },
  entry_search: { by: `update entry set search_text = 'eté' where id = ${entry}` },
  search_text: { by: `update deal set search_text = ''` },
  name_key: { by: `update client set name_key = 'eclair'` },
  webhook_events: { by: 'delete from webhook_event' },
}

/** What is found after some statements, which are taken back then. */
async function damageAfter(...statements: string[]): Promise<string[]> {
  const found: string[] = []
  const over = new Error('enough')
  const { db } = server.house
  await db.kysely
    .transaction()
    .execute(async (tx) => {
      for (const text of statements) await sql.raw(text).execute(tx)
      const damage = await findDamage({ ...server.system(), db: { ...db, kysely: tx } })
      found.push(...damage.map((each) => each.rule))
      throw over
    })
    .catch((error: unknown) => {
      if (error !== over) throw error
    })
  return found
}

describe('the check of a database', () => {
  test('finds nothing in one that nobody has damaged', async () => {
    expect(await findDamage(server.system())).toEqual([])
  })

  test('has a test of every rule below', () => {
    const rules = [...RULES.map((rule) => rule.name), ...Object.keys(RECKONED)]
    expect(Object.keys(DAMAGE)).toEqual(expect.arrayContaining(rules))
  })

  test.each(Object.entries(DAMAGE))('finds %s', async (rule, { by, also = [] }) => {
    const found = await damageAfter(...[by].flat())
    expect(found).toContain(rule)
    expect([rule, ...also]).toEqual(expect.arrayContaining(found))
  })

  test('finds amounts and rates that a change of rates has not reached, once none is on its way', async () => {
    const change = 'update rate set amount = 1'
    // The rates that were set at the start have left a job each.
    expect(await damageAfter(change)).toEqual([])
    expect(await damageAfter(change, 'delete from job')).toEqual(['entry_price'])
  })

  test('finds what the engine finds', async () => {
    const isPostgres = server.house.db.engine.kind === 'postgres'
    const ids = isPostgres
      ? `insert into tag (id, workspace_id, name, name_key, created_at, updated_at) values (99, ${team}, 'a', 'a', 0, 0)`
      : "update sqlite_sequence set seq = 0 where name = 'tag'"
    expect(await damageAfter(ids)).toEqual(['storage'])
    if (isPostgres) return
    expect(await damageAfter(`delete from entry_search where rowid = ${entry}`)).toEqual(['storage'])
    const orphan = ['pragma defer_foreign_keys = on', 'delete from tag']
    expect(await damageAfter('delete from entry_tag', ...orphan)).toEqual([])
    expect(
      await damageAfter(
        'pragma defer_foreign_keys = on',
        'update task_assignee set user_id = 999',
        'update approval set requested_by = 999',
      ),
    ).toEqual(['storage'])
  })

  test('says how often and where, and the first places only', async () => {
    const { db } = server.house
    const wide = [...Array(12).keys()].map((index) => `(${team}, 'T${index}', 'wrong${index}', 0, 0)`)
    const text = `insert into tag (workspace_id, name, name_key, created_at, updated_at) values ${wide.join(', ')}`
    await sql.raw(text).execute(db.kysely)
    const [damage, ...others] = await findDamage(server.system())
    expect(others).toEqual([])
    expect(damage).toMatchObject({ rule: 'name_key', means: RECKONED.name_key, count: 12 })
    expect(damage?.ids).toHaveLength(10)
    await sql`delete from tag where name_key like 'wrong%'`.execute(db.kysely)
  })
})
