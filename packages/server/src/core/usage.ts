import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/engine.ts'
import type { Row, Schema } from '../db/schema.ts'
import { actingUser, type Ctx } from './context.ts'

/** When a person was last heard from through a foreign wire, and by which client. */
export type WireUse = Row<'wire_use'>

/** Counts the use of keys, and keeps who calls, in memory, and writes it down now and then: a write for each read would double the work. */
export type Usage = {
  noteToken(tokenId: number, now: number): void
  noteWire(use: WireUse): void
  /** Writes what has been noted. */
  flush(): Promise<void>
}

type TokenUse = { count: number; last: number }

export function createUsage(db: Database): Usage {
  let tokens = new Map<number, TokenUse>()
  let wires = new Map<string, WireUse>()
  return {
    noteToken(tokenId, now) {
      const known = tokens.get(tokenId)
      tokens.set(tokenId, { count: (known?.count ?? 0) + 1, last: now })
    },
    noteWire(use) {
      wires.set(`${use.user_id} ${use.wire}`, use)
    },
    async flush() {
      if (tokens.size === 0 && wires.size === 0) return
      const [usedTokens, usedWires] = [tokens, wires]
      tokens = new Map()
      wires = new Map()
      // In the order of their ids, so that two processes never wait for each other's rows crosswise.
      const tokenUses = [...usedTokens].sort(([a], [b]) => a - b)
      const wireUses = [...usedWires.values()].sort(
        (a, b) => a.user_id - b.user_id || (a.wire < b.wire ? -1 : 1),
      )
      await db.kysely.transaction().execute(async (tx) => {
        for (const [id, use] of tokenUses) await writeTokenUse(tx, id, use)
        for (const use of wireUses) await writeWireUse(tx, use)
      })
    },
  }
}

async function writeTokenUse(tx: Transaction<Schema>, id: number, { count, last }: TokenUse): Promise<void> {
  await tx
    .updateTable('token')
    .set({ usage_count: sql`usage_count + ${count}`, last_used_at: last })
    .where('id', '=', id)
    .execute()
}

/** Another process may have heard from the same client later. */
async function writeWireUse(tx: Transaction<Schema>, use: WireUse): Promise<void> {
  await tx
    .insertInto('wire_use')
    .values(use)
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'wire'])
        .doUpdateSet({ client: use.client, used_at: use.used_at })
        .where('wire_use.used_at', '<=', use.used_at),
    )
    .execute()
}

/** Through which foreign wires one's own clients have called, and when last. */
export async function listWireUses(ctx: Ctx): Promise<WireUse[]> {
  return ctx.db.kysely
    .selectFrom('wire_use')
    .selectAll()
    .where('user_id', '=', actingUser(ctx).userId)
    .orderBy('wire')
    .execute()
}
