import { Type } from 'typebox'
import { flag, list, named, number, text } from './words.ts'

/** What the service's things look like on version 8, where a field that is null is not there. */

const at = text('When it last changed.', '2026-03-02T10:00:00+00:00')
const deleted = Type.Optional(text('When it was deleted, where it was.', '2026-03-02T10:00:00+00:00'))

export const LegacyTimeEntry = named(
  'LegacyTimeEntry',
  Type.Object({
    id: number('The entry.'),
    guid: text('The same as a UUID.', '00000000-0000-8000-8000-000000000001'),
    wid: number('Its workspace.'),
    pid: Type.Optional(number('Its project.')),
    tid: Type.Optional(number('Its task.')),
    uid: number('Whose it is.'),
    billable: flag('Whether it is billable, billed or paid.'),
    start: text('When it began; in the answer to a write as it was sent.', '2026-03-02T09:00:00+00:00'),
    stop: Type.Optional(text('When it ended.', '2026-03-02T10:00:00+00:00')),
    duration: number('Seconds; negative while it runs.', 3600),
    description: Type.Optional(text('What was done.', 'Fix basket rounding')),
    tags: Type.Optional(list(Type.String(), 'Its tags by name.')),
    duronly: flag('Always false.'),
    at,
    server_deleted_at: deleted,
  }),
)

export const LegacyWorkspace = named(
  'LegacyWorkspace',
  Type.Object({
    id: number('The workspace.'),
    name: text('Its name.', 'Studio'),
    profile: number('The plan; always the one that has everything.', 102),
    premium: flag('Always true.'),
    admin: flag('Whether one administers it.'),
    default_hourly_rate: Type.Number({
      description: 'The rate of the workspace, as far as one may know it.',
    }),
    default_currency: text('Its currency.', 'EUR'),
    only_admins_may_create_projects: flag('Whether members may make projects.'),
    only_admins_see_billable_rates: flag('Always true.'),
    only_admins_see_team_dashboard: flag('Always true.'),
    projects_billable_by_default: flag('Whether new time is billable unless it is said.'),
    rounding: number('-1 down, 0 to the nearest, 1 up.'),
    rounding_minutes: number('To how many minutes; 0 is not at all.', 15),
    api_token: text('Always empty.', ''),
    at,
    logo_url: text('Always empty.', ''),
    ical_url: text('Always empty.', ''),
    ical_enabled: flag('Always false.'),
  }),
)

export const LegacyClient = named(
  'LegacyClient',
  Type.Object({
    id: number('The client.'),
    wid: number('Its workspace.'),
    name: text('Its name.', 'Best client'),
    notes: Type.Optional(text('Notes on it.', 'Pays at once')),
    hrate: Type.Optional(
      Type.Number({ description: 'Its rate, as far as one may know it.', examples: [80] }),
    ),
    cur: Type.Optional(text('Its currency.', 'EUR')),
    at,
    server_deleted_at: deleted,
  }),
)

export const LegacyProject = named(
  'LegacyProject',
  Type.Object({
    id: number('The project.'),
    wid: number('Its workspace.'),
    cid: Type.Optional(number('Its client.')),
    name: text('Its name.', 'Shop'),
    billable: flag('Whether new time on it is billable unless it is said.'),
    is_private: flag('Whether only its people see it.'),
    active: flag('False where it is archived.'),
    template: flag('Always false.'),
    at,
    created_at: text('When it was made.', '2026-01-05T08:00:00+00:00'),
    server_deleted_at: deleted,
    color: text('Its colour in the palette, or the nearest there is.', '5'),
    auto_estimates: flag('Always false.'),
    estimated_hours: Type.Optional(number('What it is to take.', 40)),
    rate: Type.Optional(Type.Number({ description: 'Its rate, as far as one may know it.', examples: [80] })),
    actual_hours: Type.Optional(number('What it has taken, where that is asked for.', 12)),
    hex_color: text('Its colour.', '#2da608'),
  }),
)

export const LegacyProjectUser = named(
  'LegacyProjectUser',
  Type.Object({
    id: number('The person on the project.', 67_108_865),
    pid: number('The project.'),
    uid: number('The person.'),
    wid: number('The workspace.'),
    manager: flag('Whether they manage the project.'),
    rate: Type.Optional(Type.Number({ description: 'Their rate there.', examples: [80] })),
    at: Type.Optional(at),
    fullname: Type.Optional(text('Their name, where `fields` asks for it.', 'Ada Example')),
  }),
)

export const LegacyTask = named(
  'LegacyTask',
  Type.Object({
    name: text('Its name.', 'Design'),
    id: number('The task.'),
    wid: number('Its workspace.'),
    pid: number('Its project.'),
    uid: Type.Optional(number('Whoever it is given to.')),
    active: flag('False where it is done.'),
    at: Type.Optional(at),
    server_deleted_at: deleted,
    estimated_seconds: number('What it is to take; 0 where nobody said.', 7200),
    tracked_seconds: number('What it has taken, in seconds.', 3600),
    uname: Type.Optional(text('The name of whoever has it, where `fields` asks for it.', 'Ada Example')),
    done_seconds: Type.Optional(number('As `tracked_seconds`, where `fields` asks for it.', 3600)),
  }),
)

export const LegacyTag = named(
  'LegacyTag',
  Type.Object({
    id: number('The tag.'),
    wid: number('Its workspace.'),
    name: text('Its name.', 'billed'),
    at: Type.Optional(at),
    server_deleted_at: deleted,
  }),
)

export const LegacyWorkspaceUser = named(
  'LegacyWorkspaceUser',
  Type.Object({
    id: number('The member.'),
    uid: number('The person.'),
    wid: number('The workspace.'),
    admin: flag('Whether they administer it.'),
    active: flag('False where they have left.'),
    email: text('The address.', 'ada@example.com'),
    at,
    name: text('The name.', 'Ada Example'),
  }),
)

export const LegacyUser = named(
  'LegacyUser',
  Type.Object(
    {
      id: number('The person.'),
      api_token: Type.Optional(text('The personal API token.', '1971800d4d82861d8f2c1651fea4d212')),
      default_wid: number('The workspace of new entries without a project.'),
      email: text('The address to sign in with.', 'ada@example.com'),
      fullname: text('The name.', 'Ada Example'),
      timeofday_format: text('`H:mm` or `h:mm A`.', 'H:mm'),
      date_format: text('How dates are written.', 'YYYY-MM-DD'),
      duration_format: text('How durations are written.', 'improved'),
      beginning_of_week: number('The day a week begins with; 0 is Sunday.'),
      timezone: text('The time zone.', 'Europe/Berlin'),
      at,
      created_at: text('When the account was made.', '2026-01-05T08:00:00+00:00'),
    },
    { description: 'With them stand the fields of the service that mean nothing here, always the same.' },
  ),
)
