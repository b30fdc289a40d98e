import { sql, type SqlBool } from 'kysely'
import { SEALED_COLUMNS, type SealedColumn } from '../db/sealed-columns.ts'
import { requireInstallationAdmin } from './access.ts'
import { type Ctx, transact } from './context.ts'
import { beyond, type Place } from './page.ts'

/** What became of one column: sealed anew, sealed with the newest key already, or opened by no key there is. */
export type Resealed = {
  table: string
  column: string
  resealed: number
  current: number
  unreadable: number
}

type SealedRow = { sealed: string } & Record<string, string | number>

const AT_ONCE = 100

/**
 * Seals with the newest key whatever a former one has sealed. Nothing of what is kept changes its meaning, so there is no
 * event. It may be cut short and begun again, and works while others write: a row they have changed is theirs.
 */
export async function resealAll(ctx: Ctx): Promise<Resealed[]> {
  requireInstallationAdmin(ctx)
  const counts: Resealed[] = []
  for (const sealed of SEALED_COLUMNS) counts.push(await resealColumn(ctx, sealed))
  return counts
}

async function resealColumn(ctx: Ctx, at: SealedColumn): Promise<Resealed> {
  const count = { table: at.table, column: at.column, resealed: 0, current: 0, unreadable: 0 }
  let after: Place | null = null
  for (;;) {
    const rows: SealedRow[] = await sealedRows(ctx, at, after)
    const last = rows.at(-1)
    if (!last) return count
    await transact(ctx, async (ctx) => {
      for (const row of rows) count[await resealRow(ctx, at, row)] += 1
    })
    after = placeOf(at, last)
  }
}

async function sealedRows(ctx: Ctx, { table, key, column }: SealedColumn, after: Place | null) {
  const { rows } = await sql<SealedRow>`
    select ${sql.join(key.map((name) => sql.ref(name)))}, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(column)} is not null and ${beyond(after, key)}
    order by ${sql.join(key.map((name) => sql.ref(name)))} limit ${sql.lit(AT_ONCE)}`.execute(ctx.db.kysely)
  return rows
}

function placeOf({ key }: SealedColumn, row: SealedRow): Place {
  return key.map((name) => row[name] ?? 0)
}

async function resealRow(
  ctx: Ctx,
  at: SealedColumn,
  row: SealedRow,
): Promise<'resealed' | 'current' | 'unreadable'> {
  const sealed = resealed(ctx, row.sealed)
  if (sealed === 'unreadable' || sealed === 'current') return sealed
  const isTheRow = sql.join(
    at.key.map((name) => sql<SqlBool>`${sql.ref(name)} = ${row[name]}`),
    sql` and `,
  )
  await sql`update ${sql.table(at.table)} set ${sql.ref(at.column)} = ${sealed.text}
    where ${isTheRow} and ${sql.ref(at.column)} = ${row.sealed}`.execute(ctx.db.kysely)
  return 'resealed'
}

function resealed({ secrets }: Ctx, sealed: string): { text: string } | 'current' | 'unreadable' {
  try {
    const text = secrets.reseal(sealed)
    return text === undefined ? 'current' : { text }
  } catch {
    return 'unreadable'
  }
}
