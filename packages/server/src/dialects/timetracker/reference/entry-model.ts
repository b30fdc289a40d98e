import { Type } from 'typebox'
import { decimal, flag, list, local, named, nullable, number, oneOf, text } from './words.ts'

export const TimeEntry = named(
  'TimeEntry',
  Type.Object({
    id: number('The entry.'),
    user_id: number('Whose it is.'),
    project_id: nullable(number('Its project.')),
    client_id: nullable(Type.Integer({ description: 'Its client, where it has no project.' })),
    task_id: nullable(number('Its task.')),
    start_time: local('When it began.'),
    end_time: nullable(local('When it ended; null while it runs.')),
    duration_seconds: nullable(number('How long, without breaks; null while it runs.', 5400)),
    break_seconds: Type.Integer({ description: 'How long it was paused.', examples: [0] }),
    paused_at: nullable(Type.String({ description: 'Since when it is paused.' })),
    duration_hours: decimal('The same in hours; 0 while it runs.', 1.5),
    duration_formatted: text('HH:MM:SS, up to now while it runs.', '01:30:00'),
    notes: nullable(text('What was done.', 'Fix basket rounding')),
    tags: nullable(text('Its tags between commas.', 'urgent, shop')),
    tag_list: list(Type.String({ examples: ['urgent'] }), 'Its tags.'),
    source: oneOf(['manual', 'auto', 'import'], 'How it came about; `auto` is a timer.'),
    billable: flag('Whether it is billable, billed or paid.'),
    paid: flag('Whether it is paid.', false),
    invoice_number: nullable(Type.String({ description: 'On which invoice it is.' })),
    is_active: flag('Whether it runs.', false),
    created_at: local('When it was made.'),
    updated_at: local('When it last changed.'),
    user: text('The user name of whose it is.', 'ada@example.com'),
    project: nullable(text('What its project is called.', 'Shop')),
    client: nullable(Type.String({ description: 'What its client is called.' })),
    task: nullable(text('What its task is called.', 'Draw the basket')),
  }),
)
