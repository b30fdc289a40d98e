import type { KyselyPlugin } from 'kysely'
import type { Ctx } from './context.ts'

/** How often the database was asked in the course of one request, transactions beginning and ending apart. */
export type Queries = { count: number }

/** The same database, with a count of what is asked through it. */
export function counted(db: Ctx['db']): { db: Ctx['db']; queries: Queries } {
  const queries = { count: 0 }
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      queries.count += 1
      return result
    },
  }
  return { db: { ...db, kysely: db.kysely.withPlugin(counting) }, queries }
}
