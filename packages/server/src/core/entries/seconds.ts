import { type RawBuilder, sql } from 'kysely'

/** The worked seconds of an entry, as `durationSeconds` reckons them, for the engine. */
export function rawSeconds(now: number): RawBuilder<number> {
  const running = sql`((coalesce(entry.paused_at, ${sql.lit(now)}) - entry.started_at) / 1000 - entry.break_seconds)`
  return sql`(case when entry.ended_at is not null
    then (entry.ended_at - entry.started_at) / 1000 - entry.break_seconds
    when ${running} > 0 then ${running} else 0 end)`
}
