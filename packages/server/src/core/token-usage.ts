import { sql } from 'kysely'
import type { Database } from '../db/engine.ts'

/** Counts the use of keys in memory and writes it down now and then: a write for each read would double the work. */
export type TokenUsage = {
  note(tokenId: number, now: number): void
  /** Writes what has been counted. */
  flush(): Promise<void>
}

export function createTokenUsage(db: Database): TokenUsage {
  let counted = new Map<number, { count: number; last: number }>()
  return {
    note(tokenId, now) {
      const known = counted.get(tokenId)
      counted.set(tokenId, { count: (known?.count ?? 0) + 1, last: now })
    },
    async flush() {
      if (counted.size === 0) return
      const batch = counted
      counted = new Map()
      await db.kysely.transaction().execute(async (tx) => {
        // In id order, so that two processes never wait for each other's rows crosswise.
        for (const [id, { count, last }] of [...batch].sort(([a], [b]) => a - b)) {
          await tx
            .updateTable('token')
            .set({ usage_count: sql`usage_count + ${count}`, last_used_at: last })
            .where('id', '=', id)
            .execute()
        }
      })
    },
  }
}
