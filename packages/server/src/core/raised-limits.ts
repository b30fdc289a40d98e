import { sql } from 'kysely'
import type { Database } from '../db/engine.ts'

/** The keys that may use up more than a wire's limits, kept in memory: a request is counted before its key is looked up. */
export type RaisedLimits = {
  /** How many times the limits the key with this hash may use up. */
  factorOf(secretHash: string): number
  /** Reads them anew. */
  refresh(): Promise<void>
}

export function createRaisedLimits(db: Database): RaisedLimits {
  let factors: ReadonlyMap<string, number> = new Map()
  return {
    factorOf: (secretHash) => factors.get(secretHash) ?? 1,
    async refresh() {
      const raised = await db.kysely
        .selectFrom('token')
        .select(['secret_hash', 'limit_factor'])
        // Written out, as the index holds only these.
        .where('limit_factor', '>', sql.lit(1))
        .where('revoked_at', 'is', null)
        .execute()
      factors = new Map(raised.map((token) => [token.secret_hash, token.limit_factor]))
    },
  }
}
