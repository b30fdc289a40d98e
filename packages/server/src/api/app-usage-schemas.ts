import { Type } from 'typebox'
import { Day, Id, Instant, listOf, named, nullable, oneOf, Version } from './schemas.ts'

/** What app usage and its rules take and give. */

const Device = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'The device it was seen on.',
  examples: ['workshop-laptop'],
})
const Application = Type.String({ examples: ['Sketchbook'] })
const Title = Type.String({ examples: ['Floor plan, sheet 2'] })
const Path = Type.String({
  description: 'A path or an address.',
  examples: ['https://docs.example.org/floor-plan'],
})
const Moment = Type.String({
  format: 'date-time',
  description: 'RFC 3339 with an offset; parts of a second are kept.',
  examples: ['2026-03-02T09:00:00Z'],
})
const EndMoment = Type.String({ ...Moment, examples: ['2026-03-02T09:12:30Z'] })

export const UsageSample = named(
  'UsageSample',
  Type.Object({
    id: Id,
    device: Device,
    source: Type.String({
      description: 'Which stream of the device it came in.',
      examples: ['windows'],
    }),
    started_at: Moment,
    ended_at: EndMoment,
    application: nullable(Application),
    title: nullable(Title),
    path: nullable(Path),
    domain: nullable(Type.String({ examples: ['docs.example.org'] })),
    is_away: Type.Boolean({ description: 'Nobody was at the device: what else it saw then does not count.' }),
    project_id: nullable(Id),
    is_assigned_by_hand: Type.Boolean({ description: 'Rules leave it alone.' }),
  }),
)
export const UsageSampleList = listOf(UsageSample)
export const UsageSamples = named('UsageSamples', Type.Object({ data: Type.Array(UsageSample) }))

export const NewUsage = named(
  'NewUsage',
  Type.Object({
    device: Device,
    source: Type.String({
      minLength: 1,
      maxLength: 255,
      description: 'Which stream of the device this is. With the start it names a sample.',
      examples: ['windows'],
    }),
    samples: Type.Array(
      Type.Object({
        started_at: Moment,
        ended_at: EndMoment,
        application: Type.Optional(nullable(Application)),
        title: Type.Optional(nullable(Title)),
        path: Type.Optional(nullable(Path)),
        is_away: Type.Optional(Type.Boolean({ description: 'Nobody was at the device.' })),
      }),
      { minItems: 1, maxItems: 1000 },
    ),
  }),
)

export const RecordedUsage = named(
  'RecordedUsage',
  Type.Object({
    recorded: Type.Integer({ description: 'How many samples are kept of this batch.', examples: [1] }),
  }),
)

export const UsageAssignment = named(
  'UsageAssignment',
  Type.Object({
    ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }),
    project_id: nullable({ ...Id, description: 'The project they are put on; null for none.' }),
  }),
)

export const DeletedUsage = named(
  'DeletedUsage',
  Type.Object({ deleted: Type.Integer({ description: 'How many samples are gone.', examples: [120] }) }),
)

export const UsageGrouping = oneOf(['application', 'domain', 'project', 'day'], {
  description: 'What to add up by; applications without it.',
})

export const UsageSummary = named(
  'UsageSummary',
  Type.Object({
    data: Type.Array(
      Type.Object({
        application: nullable(Application),
        domain: nullable(Type.String({ examples: ['docs.example.org'] })),
        project_id: nullable(Id),
        day: nullable(Day),
        seconds: Type.Integer({ examples: [4230] }),
      }),
      { description: 'What was asked for is set; null in it is time without one. The longest 500.' },
    ),
    total_seconds: Type.Integer({ description: 'Of all of it, shown or not.', examples: [18_120] }),
  }),
)

const Field = oneOf(['application', 'title', 'path', 'domain', 'keyword'], {
  description: 'What is looked at; a keyword is looked for in application, title and path.',
})
const Match = oneOf(['is', 'contains', 'starts_with'], { description: 'Upper and lower case are alike.' })
const Value = Type.String({ minLength: 1, maxLength: 1000, examples: ['docs.example.org'] })
const Position = Type.Integer({
  minimum: 0,
  maximum: 10_000,
  description: 'Its place, from 0. The first rule that applies decides.',
})

export const UsageRule = named(
  'UsageRule',
  Type.Object({
    id: Id,
    position: Position,
    field: Field,
    match: Match,
    value: Value,
    workspace_id: Id,
    project_id: Id,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
export const UsageRules = named('UsageRules', Type.Object({ data: Type.Array(UsageRule) }))
export const NewUsageRule = named(
  'NewUsageRule',
  Type.Object({
    field: Field,
    match: Match,
    value: Value,
    project_id: Id,
    position: Type.Optional(Position),
  }),
)
export const UsageRuleChanges = named(
  'UsageRuleChanges',
  Type.Partial(Type.Object({ field: Field, match: Match, value: Value, project_id: Id, position: Position })),
)

export const UsageRange = named(
  'UsageRange',
  Type.Object({
    from: Type.String({ description: 'A day, or a moment with its offset.', examples: ['2026-03-01'] }),
    to: Type.String({
      description: 'A day, which counts whole, or a moment with its offset.',
      examples: ['2026-03-31'],
    }),
    time_zone: Type.Optional(
      Type.String({ maxLength: 64, description: 'In which days are meant; one’s own without it.' }),
    ),
  }),
)
export const AppliedRules = named(
  'AppliedRules',
  Type.Object({
    checked: Type.Integer({ description: 'How many samples the rules were asked about.', examples: [940] }),
    changed: Type.Integer({ description: 'How many of them have another project now.', examples: [31] }),
  }),
)
