import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { type Ctx, transact, transactionOf } from './core/context.ts'
import { type Resealed, resealAll } from './core/resealing.ts'
import { addSecretKey, dropFormerKeys } from './secret-keys.ts'

/** What was sealed just before there was a new key is written by then. */
const WRITTEN_AFTER_MS = 5000

/**
 * Gives the installation a new key, unless the settings name it, and seals everything with it. The former one stays until
 * nothing needs it: whoever is cut short goes on with the same two keys the next time.
 */
export async function rotateSecrets(ctx: Ctx, config: Config): Promise<Resealed[]> {
  const isKeptHere = config.secretKey === null
  if (isKeptHere) {
    await inTurn(ctx, () => addSecretKey(config.dataDir))
    await sleep(WRITTEN_AFTER_MS)
  }
  const counts = await resealAll(ctx)
  while (await resealMore(ctx, counts)) {
    // What others have written meanwhile, until there is none.
  }
  if (isKeptHere) await inTurn(ctx, () => dropFormerKeys(config.dataDir))
  return counts
}

async function resealMore(ctx: Ctx, counts: readonly Resealed[]): Promise<boolean> {
  const more = await resealAll(ctx)
  for (const [index, { resealed }] of more.entries()) {
    const count = counts[index]
    if (count) count.resealed += resealed
  }
  return more.some(({ resealed }) => resealed > 0)
}

/** Two that rotate at once would each put a key of their own into the file. */
async function inTurn(ctx: Ctx, work: () => void): Promise<void> {
  await transact(ctx, async (ctx) => {
    await ctx.db.engine.lockInstallation(transactionOf(ctx))
    work()
  })
}
