import type { Migration } from '../migrate.ts'
import { statements } from './statements.ts'

/** What the engine is to know of how long entries are: hardly any is long enough to reach into a range from far before it. */
export const entryLengths: Migration = {
  name: '0007-entry-lengths',
  async up(tx, engine) {
    const { run } = statements(tx, engine)
    for (const statement of engine.entryLengthStatistics) await run(statement)
  },
}
