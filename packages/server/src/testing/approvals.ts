import { expect } from 'vitest'
import { type ApprovalRequest, requestApproval } from '../core/approvals/request.ts'
import { createPolicy, type PolicyFields } from '../core/approvals/policies.ts'
import { countToDecide, listApprovals } from '../core/approvals/read.ts'
import type { Ctx } from '../core/context.ts'
import { getEntry } from '../core/entries/read.ts'
import type { Entry } from '../core/entries/entry.ts'
import { createEntry, type NewEntry } from '../core/entries/write.ts'
import type { ApprovalStatus } from '../db/schema.ts'
import { type Crew, teamOf } from './crew.ts'
import type { Person, TestServer } from './server.ts'

/** Monday nine o'clock, when the clock of a test starts. */
export const NINE = Date.UTC(2026, 2, 2, 9)
export const HOUR = 3_600_000

export type ApprovalTeam = Awaited<ReturnType<typeof approvalTeam>>

/** A new team of these people, whose time is submitted and decided on. */
export async function approvalTeam(server: TestServer, people: Crew) {
  const { owner, member } = people
  const id = await teamOf(server, people)

  return {
    id,
    ...people,
    /** An hour of somebody's, the member's unless it is said. */
    work: (fields: Partial<NewEntry> = {}, person = member): Promise<Entry> =>
      createEntry(person.ctx(), {
        workspace_id: id,
        title: 'Work',
        started_at: NINE,
        ended_at: NINE + HOUR,
        ...fields,
      }),
    ask: (entry: Pick<Entry, 'id'>, request: ApprovalRequest = {}, person = member) =>
      requestApproval(person.ctx(), [entry.id], request),
    /** A policy with these people at each level. */
    policy: (levels: readonly (keyof Crew)[][], fields: PolicyFields = {}) =>
      createPolicy(owner.ctx(), id, {
        name: 'Policy',
        ...fields,
        levels: levels.map((names) => names.map((name) => people[name].user.id)),
      }),
    statusOf: async (entry: Pick<Entry, 'id'>) => (await getEntry(owner.ctx(), entry.id)).approval_status,
    /** How each level of each request for an entry stands, oldest first. */
    async levelsOf(entry: Pick<Entry, 'id'>): Promise<ApprovalStatus[]> {
      const rows = await server.house.db.kysely
        .selectFrom('approval')
        .select('status')
        .where('entry_id', '=', entry.id)
        .orderBy('id')
        .execute()
      return rows.map((row) => row.status)
    },
    /** The kinds of the events that one request wrote in the team, in order. */
    async kindsOf({ operation }: Ctx): Promise<string[]> {
      const rows = await server.house.db.kysely
        .selectFrom('event')
        .select('kind')
        .where('operation_id', '=', operation.id)
        .where('workspace_id', '=', id)
        .orderBy('id')
        .execute()
      return rows.map((row) => row.kind)
    },
    /** What waits for somebody's decision in the team, the newest first. */
    async waitingFor(person: Person): Promise<number[]> {
      const all = { cursor: null, limit: 500 }
      const { rows } = await listApprovals(person.ctx(), { workspaceId: id, view: 'to_decide' }, all)
      expect(await countToDecide(person.ctx(), id)).toBe(rows.length)
      return rows.map((row) => row.id)
    },
    idsOf: (...names: (keyof Crew)[]) => names.map((name) => people[name].user.id),
  }
}
