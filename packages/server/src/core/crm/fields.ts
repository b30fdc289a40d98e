import type { Row } from '../../db/schema.ts'
import { actingUser, type Ctx } from '../context.ts'
import { invalid } from '../errors.ts'
import { optionalText, requireCurrency } from '../text.ts'
import { activeMember, canManage, canTrackTime, type Membership, requireAllowed } from '../access.ts'

const MOST_TAGS = 50
/** 2^53 is beyond this; so is every deal. */
const MOST_VALUE = 100_000_000_000_00

/** Words that somebody put on a contact or a lead. They are its own, and none of the workspace's tags. */
export function wordsOf(json: string): string[] {
  // The columns are only ever written by `wordsColumn`.
  return JSON.parse(json) as string[]
}

export function wordsColumn(words: readonly string[] | undefined, was: string): string {
  if (words === undefined) return was
  if (words.length > MOST_TAGS) throw invalid('tags', `At most ${MOST_TAGS} tags.`)
  return JSON.stringify([...new Set(words.flatMap((word) => optionalText('tags', word, 100) ?? []))])
}

/** What a lead or a deal is worth: a whole number of minor units, or nothing that is known. */
export function valueColumn(value: number | null | undefined, was: number | null): number | null {
  if (value === undefined) return was
  if (value === null || (Number.isInteger(value) && value >= 0 && value <= MOST_VALUE)) return value
  throw invalid('value', `A value is a whole number of minor units, at most ${MOST_VALUE}.`)
}

export function currencyColumn(
  currency: string | undefined,
  was: string | undefined,
  workspace: Row<'workspace'>,
): string {
  if (currency !== undefined) return requireCurrency('currency', currency)
  return was ?? workspace.currency
}

/** Whose it is to be: one's own unless it is said; only who manages the workspace gives it to somebody else. */
export async function ownerColumn(
  ctx: Ctx,
  membership: Membership,
  { wanted, was }: { wanted: number | undefined; was: number | undefined },
): Promise<number> {
  const me = actingUser(ctx).userId
  const owner = wanted ?? was ?? me
  if (owner === was) return owner
  if (owner !== me) {
    requireAllowed(canManage(membership.role), 'Your role may not give this to somebody else.')
    const { role } = await activeMember(ctx, membership.workspace_id, owner)
    if (!canTrackTime(role)) throw invalid('owner_id', 'A viewer would not see it.')
  }
  return owner
}

/** A text column: what is wanted, or what it was where nothing is said. */
export function textColumns<F extends string>(
  fields: Partial<Record<NoInfer<F>, string | null>>,
  before: Partial<Record<NoInfer<F>, string | null>> | undefined,
  longest: Readonly<Record<F, number>>,
): Record<F, string | null> {
  const columns: Partial<Record<F, string | null>> = {}
  for (const field of Object.keys(longest) as F[]) {
    const wanted = fields[field]
    columns[field] =
      wanted === undefined ? (before?.[field] ?? null) : optionalText(field, wanted, longest[field])
  }
  // Every key of `longest` has been gone through.
  return columns as Record<F, string | null>
}
