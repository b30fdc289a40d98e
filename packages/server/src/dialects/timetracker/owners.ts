import { canManage, type Membership } from '../../core/access.ts'
import { actingUser, type Ctx } from '../../core/context.ts'

/** Whose leads or deals are listed: who asks for somebody's and does not manage the workspace gets their own. */
export function ownerFilter(ctx: Ctx, { role }: Membership, owner: number | undefined): number | undefined {
  return owner === undefined || canManage(role) ? owner : actingUser(ctx).userId
}
