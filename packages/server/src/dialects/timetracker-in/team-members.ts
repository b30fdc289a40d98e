import type { Membership } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import type { Member } from '../../core/members.ts'
import { currentRates } from '../../core/rate-changes.ts'
import { majorUnits } from '../../exporters/figures.ts'
import { uuidOf } from './ids.ts'

/** What each role may do, in a sentence for people; our roles are fixed. */
const ROLES: Record<Member['role'], { number: number; name: string; description: string }> = {
  owner: { number: 1, name: 'Owner', description: 'Runs the workspace and may hand it over' },
  admin: { number: 2, name: 'Admin', description: 'Keeps members and settings, and sees everything' },
  manager: { number: 3, name: 'Manager', description: 'Manages projects and sees the time of everybody' },
  member: { number: 4, name: 'Member', description: 'Tracks time' },
  viewer: { number: 5, name: 'Viewer', description: 'Looks on' },
}

export function toRole(role: Member['role']) {
  const { number, name, description } = ROLES[role]
  return { id: uuidOf('role', number), name, description }
}

type ShownMember = Pick<
  Member,
  'id' | 'user_id' | 'name' | 'email' | 'designation' | 'department' | 'is_active' | 'role'
>

/** What an hour of each of these members is billed at; known to who manages the workspace. */
async function ratesOf(ctx: Ctx, place: Membership, members: readonly ShownMember[]) {
  const of = members.map((member) => member.user_id)
  const rates = await currentRates(ctx, [place], { level: 'member', of })
  return new Map(
    rates.map((rate) => [rate.user_id, rate.amount === null ? null : majorUnits(rate.amount, rate.currency)]),
  )
}

/** Members of one workspace, with the names that both surfaces and the webhooks give all but the rate. */
export async function membersWithRates(ctx: Ctx, place: Membership, members: readonly ShownMember[]) {
  const rates = await ratesOf(ctx, place, members)
  return members.map((member) => ({
    fields: {
      id: uuidOf('team_member', member.id),
      name: member.name ?? member.email,
      email: member.email,
      // People have no pictures here.
      avatar: null,
      designation: member.designation,
      department: member.department,
      status: member.is_active === 1 ? 'active' : 'inactive',
      role: toRole(member.role),
    },
    rate: rates.get(member.user_id) ?? null,
  }))
}

/** Members of one workspace as the core API shows them. */
export async function showTeamMembers(ctx: Ctx, place: Membership, members: readonly ShownMember[]) {
  const shown = await membersWithRates(ctx, place, members)
  return shown.map(({ fields, rate }) => ({ ...fields, billable_rate: rate }))
}
