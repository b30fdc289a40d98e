import { approve } from '../core/approvals/decide.ts'
import { createPolicy, deletePolicy } from '../core/approvals/policies.ts'
import { requestApproval } from '../core/approvals/request.ts'
import { openTimesheet, submitWeek } from '../core/approvals/submit-week.ts'
import { createEntry } from '../core/entries/write.ts'
import type { Person } from './server.ts'
import type { Bench } from './world.ts'

/** Time that waits, weeks, and who decides on them. `isAsked` makes it the caller who is asked to. */
export type ApprovalThings = {
  policy(): Promise<number>
  approval(isAsked?: boolean): Promise<number>
  approvedEntry(): Promise<number>
  /** A day of a week in which the person has time that is not submitted. */
  openWeek(): Promise<string>
  timesheet(isAsked?: boolean): Promise<number>
  /** A timesheet of such a week. */
  draftTimesheet(): Promise<number>
}

const WEEK_MS = 7 * 24 * 3_600_000
/** So that no two things share a week; from here on nothing else is made. */
let monday = Date.UTC(2027, 0, 4, 9)

export function approvalThings(bench: Bench): ApprovalThings {
  const { team, insider, caller, asMember, known, name, entry } = bench

  async function policy(userId: number | null, approver: Person): Promise<number> {
    const fields = { name: name(), user_id: userId, levels: [[approver.user.id]] }
    return (await createPolicy(team().owner.ctx(), team().id, fields)).id
  }

  /** Submits time, in which nobody but the caller is asked where that is wanted. */
  async function submitting<T>(isAsked: boolean, submit: () => Promise<T>): Promise<T> {
    if (!isAsked) return asMember(insider, submit)
    return asMember(caller, async () => {
      const id = await policy(insider.user.id, caller)
      const submitted = await asMember(insider, submit)
      await deletePolicy(team().owner.ctx(), { id })
      return submitted
    })
  }

  async function approval(isAsked = false): Promise<{ id: number; entryId: number }> {
    const entryId = await entry()
    const [asked] = await submitting(isAsked, () => requestApproval(insider.ctx(), [entryId]))
    if (!asked) throw new Error('Every request has a level')
    return { id: asked.id, entryId }
  }

  async function openWeek(): Promise<string> {
    monday += WEEK_MS
    const times = { started_at: monday, ended_at: monday + 3_600_000 }
    await createEntry(team().owner.ctx(), { ...times, workspace_id: team().id, user_id: insider.user.id })
    return new Date(monday).toISOString().slice(0, 10)
  }

  return {
    policy: known(async () => policy(insider.user.id, team().owner)),
    approval: (isAsked) => known(async () => (await approval(isAsked)).id)(),
    approvedEntry: known(async () => {
      const { id, entryId } = await approval()
      // Nobody approves their own time; who made the team is followed by its admin.
      const { owner, people } = team()
      const approver = insider === owner ? (people[1] ?? owner) : owner
      await approve(approver.ctx(), id)
      return entryId
    }),
    openWeek,
    timesheet: (isAsked = false) =>
      known(async () => {
        const week = { workspaceId: team().id, day: await openWeek() }
        return (await submitting(isAsked, () => submitWeek(insider.ctx(), week))).id
      })(),
    draftTimesheet: known(async () => {
      const week = { workspaceId: team().id, day: await openWeek(), userId: insider.user.id }
      return (await openTimesheet(team().owner.ctx(), week)).id
    }),
  }
}
