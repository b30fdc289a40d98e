import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { TimeEntry } from './models.ts'
import { changes, flag, inPath, list, Meta, nullable, number, oneOf, Since, text } from './words.ts'

const Entry = {
  description: text('What was done; at most 3,000 characters.', 'Fix basket rounding'),
  start: text('When it began.', '2026-03-02T09:00:00Z'),
  stop: nullable(text('When it ended.', '2026-03-02T10:00:00Z')),
  duration: number('Seconds; negative for an entry that runs.', -1),
  project_id: nullable(number('Its project.')),
  task_id: nullable(number('Its task, which is in a project.')),
  billable: flag('Whether it is billable.'),
  tags: list(Type.String(), 'Names of tags; those that do not exist are made.'),
  tag_ids: list(Type.Integer(), 'Tags by number.'),
  tag_action: oneOf(['add', 'delete'], 'What becomes of the tags; without it they are all there are.'),
  user_id: number('Whose it is, to write the entry of a colleague.'),
}
const NewEntry = Type.Object({
  ...changes(Entry).properties,
  created_with: text('What the client is called.', 'curl'),
})
const NewEntryAnywhere = Type.Object({ ...NewEntry.properties, workspace_id: number('The workspace.') })
const OneEntry = inPath('workspace_id', 'time_entry_id')
const OnlyMeta = Type.Object({ meta: Meta })

export const TIME_ENTRY_ROUTES: Readonly<Record<string, RouteReference>> = {
  'GET /api/v9/me/time_entries': {
    operationId: 'listTimeEntries',
    about: 'Newest start first, at most a thousand; without parameters those of the last nine days.',
    query: Type.Object({
      since: Since,
      before: Type.Optional(text('Those that began before this day or moment.', '2026-03-02')),
      start_date: Type.Optional(text('The first day or moment.', '2026-03-02')),
      end_date: Type.Optional(text('The day or moment after the last.', '2026-03-09')),
      meta: Meta,
    }),
    status: 200,
    answer: list(TimeEntry),
  },
  'GET /api/v9/me/time_entries/current': {
    operationId: 'showCurrentTimeEntry',
    query: OnlyMeta,
    status: 200,
    answer: nullable(TimeEntry),
  },
  'GET /api/v9/me/time_entries/:time_entry_id': {
    operationId: 'showTimeEntry',
    params: inPath('time_entry_id'),
    query: OnlyMeta,
    status: 200,
    answer: TimeEntry,
  },
  'POST /api/v9/workspaces/:workspace_id/time_entries': {
    operationId: 'createTimeEntry',
    about: 'A negative duration starts it, and ends what ran before.',
    params: inPath('workspace_id'),
    query: OnlyMeta,
    body: NewEntry,
    status: 200,
    answer: TimeEntry,
  },
  'PUT /api/v9/workspaces/:workspace_id/time_entries/:time_entry_id': {
    operationId: 'updateTimeEntry',
    about: 'What is left out stays. A new start keeps the end; a new duration moves it.',
    params: OneEntry,
    query: OnlyMeta,
    body: changes(Entry),
    status: 200,
    answer: TimeEntry,
  },
  'PATCH /api/v9/workspaces/:workspace_id/time_entries/:time_entry_id/stop': {
    operationId: 'stopTimeEntry',
    params: OneEntry,
    status: 200,
    answer: TimeEntry,
  },
  'PATCH /api/v9/workspaces/:workspace_id/time_entries/:time_entry_ids': {
    operationId: 'patchTimeEntries',
    about: 'Each entry is changed or refused for itself.',
    params: Type.Object({
      workspace_id: number('The workspace.'),
      time_entry_ids: text('At most a hundred entries, with commas.', '1,2'),
    }),
    body: list(
      Type.Object({
        op: oneOf(['add', 'remove', 'replace']),
        path: text('The field.', '/description'),
        value: Type.Optional(Type.Unknown({ examples: ['Write'] })),
      }),
    ),
    status: 200,
    answer: Type.Object({
      success: list(Type.Integer()),
      failure: list(Type.Object({ id: Type.Integer(), message: Type.String() })),
    }),
  },
  'DELETE /api/v9/workspaces/:workspace_id/time_entries/:time_entry_id': {
    operationId: 'deleteTimeEntry',
    params: OneEntry,
    status: 200,
  },
  'POST /api/v9/time_entries': {
    operationId: 'createTimeEntryAnywhere',
    query: OnlyMeta,
    body: NewEntryAnywhere,
    status: 200,
    answer: TimeEntry,
  },
  'POST /api/v9/time_entries/start': {
    operationId: 'startTimeEntryAnywhere',
    query: OnlyMeta,
    body: NewEntryAnywhere,
    status: 200,
    answer: TimeEntry,
  },
  'GET /api/v9/time_entries/current': {
    operationId: 'showCurrentTimeEntryAnywhere',
    query: OnlyMeta,
    status: 200,
    answer: nullable(TimeEntry),
  },
  'PUT /api/v9/time_entries/:time_entry_id': {
    operationId: 'updateTimeEntryAnywhere',
    params: inPath('time_entry_id'),
    query: OnlyMeta,
    body: changes(Entry),
    status: 200,
    answer: TimeEntry,
  },
  'DELETE /api/v9/time_entries/:time_entry_id': {
    operationId: 'deleteTimeEntryAnywhere',
    params: inPath('time_entry_id'),
    status: 200,
  },
}
