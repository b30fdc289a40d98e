import type { Migration } from '../migrate.ts'
import { statements } from './statements.ts'

/** The columns that order the entries of a workspace, and then all that sums are made of. */
const READ = [
  'workspace_id',
  'started_at',
  'id',
  'deleted_at',
  'ended_at',
  'user_id',
  'project_id',
  'task_id',
  'client_id',
  'paused_at',
  'break_seconds',
  'billing_status',
  'billable_rate',
  'billable_amount',
  'billable_currency',
  'cost_rate',
  'cost_amount',
  'cost_currency',
]

/** A report of a year reads hundreds of thousands of entries: from an index alone, which takes half as long. */
export const whatReportsRead: Migration = {
  name: '0007-what-reports-read',
  async up(tx, engine) {
    const { run } = statements(tx, engine)
    await run('drop index entry_by_workspace')
    await run(`create index entry_by_workspace on entry (${READ.join(', ')})`)
    for (const statement of engine.entryLengthStatistics) await run(statement)
  },
}
