import { Type } from 'typebox'
import { ENTRY_FILTERS } from './entry-filters.ts'
import { ENTRY_CHANGES, ENTRY_TIMES, ENTRY_WORDS, NEW_ENTRY_FIELDS } from './fields.ts'
import { TimeEntry } from './models.ts'
import {
  id,
  IN_WORKSPACE,
  nullable,
  optional,
  pagedBy,
  type Routes,
  sortedBy,
  things,
  WorkspaceId,
} from './words.ts'

export const TIME_ENTRY_ROUTES = things({
  one: 'TimeEntry',
  many: 'TimeEntries',
  path: 'time-entries',
  id: { time_entry_id: id('time_entry', 'The entry.') },
  shown: TimeEntry,
  query: pagedBy({ ...ENTRY_FILTERS, sort: sortedBy('start_time', 'created_at', 'updated_at') }),
  needed: ENTRY_TIMES,
  fields: NEW_ENTRY_FIELDS,
  changes: ENTRY_CHANGES,
  aboutMaking: 'To begin what is not over yet, start the timer.',
  aboutChanging:
    'An `end_time` stops what runs. Time stays with who worked it, and what is on an invoice cannot be called not billable.',
})

const inWorkspace = Type.Object({ workspace_id: WorkspaceId })

export const TIMER_ROUTES: Routes = {
  [`GET ${IN_WORKSPACE}/timer`]: {
    operationId: 'showTimer',
    about: 'The running entry, if it runs in this workspace.',
    params: inWorkspace,
    status: 200,
    answer: Type.Object({ time_entry: nullable(TimeEntry) }),
  },
  [`POST ${IN_WORKSPACE}/timer/start`]: {
    operationId: 'startTimer',
    about: 'Stops what runs.',
    params: inWorkspace,
    body: Type.Object(
      optional({ ...ENTRY_WORDS, billable: ENTRY_TIMES.billable, start_time: ENTRY_TIMES.start_time }),
    ),
    isBodyOptional: true,
    status: 200,
    answer: TimeEntry,
  },
  [`POST ${IN_WORKSPACE}/timer/stop`]: {
    operationId: 'stopTimer',
    about: 'Where nothing runs in this workspace it is 404.',
    params: inWorkspace,
    body: Type.Object(optional({ end_time: ENTRY_TIMES.end_time })),
    isBodyOptional: true,
    status: 200,
    answer: TimeEntry,
  },
}
