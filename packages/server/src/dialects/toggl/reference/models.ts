import { Type } from 'typebox'
import { flag, list, named, nullable, number, text } from './words.ts'

/** What the service's things look like, as v9 shows them. */

export const User = named(
  'User',
  Type.Object({
    id: number('The person.'),
    api_token: Type.Optional(text('The personal API token.', '1971800d4d82861d8f2c1651fea4d212')),
    email: text('The address to sign in with.', 'ada@example.com'),
    fullname: text('The name.', 'Ada Example'),
    timezone: text('The time zone.', 'Europe/Berlin'),
    default_workspace_id: nullable(number('The workspace of new entries without a project.')),
    beginning_of_week: number('The day a week begins with; 0 is Sunday.'),
    image_url: text('Always empty.', ''),
    created_at: text('When the account was made.', '2026-01-05T08:00:00Z'),
    updated_at: text('When it changed.', '2026-01-05T08:00:00Z'),
    openid_email: Type.Null(),
    openid_enabled: flag('Always false.'),
    country_id: Type.Null(),
    has_password: flag('Whether one can sign in with a password.'),
    at: text('The time of the request.', '2026-03-02T09:00:00Z'),
    authorization_updated_at: text('When the account was made.', '2026-01-05T08:00:00Z'),
  }),
)

export const TimeEntry = named(
  'TimeEntry',
  Type.Object({
    id: number('The entry.'),
    workspace_id: number('Its workspace.'),
    project_id: nullable(number('Its project.')),
    task_id: nullable(number('Its task.')),
    billable: flag('Whether it is billable, billed or paid.'),
    start: text('When it began.', '2026-03-02T09:00:00+00:00'),
    stop: nullable(text('When it ended; null while it runs.', '2026-03-02T10:00:00+00:00')),
    duration: number('Seconds; negative while it runs.', 3600),
    description: nullable(text('What was done.', 'Fix basket rounding')),
    tags: nullable(list(Type.String(), 'The names of its tags.')),
    tag_ids: nullable(list(Type.Integer(), 'Its tags.')),
    duronly: flag('Always true.'),
    at: text('When it last changed.', '2026-03-02T10:00:00Z'),
    server_deleted_at: nullable(text('When it was deleted.', '2026-03-02T10:00:00+00:00')),
    user_id: number('Whose it is.'),
    uid: number('As `user_id`.'),
    wid: number('As `workspace_id`.'),
    pid: Type.Optional(number('As `project_id`, where there is one.')),
    tid: Type.Optional(number('As `task_id`, where there is one.')),
  }),
)
