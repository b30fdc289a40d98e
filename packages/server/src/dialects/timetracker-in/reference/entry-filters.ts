import { flag, id, ids, moment, text, UpdatedSince } from './words.ts'

/** What lists and searches of entries can be asked; of several, all have to hold. */
export const ENTRY_FILTERS = {
  description: text('Only those that say this, in either case.', 'basket'),
  team_member_id: id('team_member', 'Only those of this member.'),
  project_id: id('project', 'Only those on this project.'),
  task_id: id('task', 'Only those on this task.'),
  client_id: id('client', 'Only those for this client.'),
  tag_ids: ids('tag', 'Only those with any of these tags.'),
  billable: flag('Only those that are billable, or only the others.'),
  manually_entered: flag('Only those that were written down, or only those that a timer has tracked.'),
  date_after: moment('Only those of this day or later.'),
  date_before: moment('Only those of this day or earlier.'),
  start_time_after: moment('Only those that began then or later.'),
  start_time_before: moment('Only those that began then or earlier.'),
  end_time_after: moment('Only those that ended then or later.'),
  end_time_before: moment('Only those that ended then or earlier.'),
  updated_since: UpdatedSince,
}
