import { createHash } from 'node:crypto'
import { createRandom } from './random.mjs'

// The large data set as rows: seeded, so the same every time for the same day and scale. Nothing here touches a
// database; load.mjs does.

const DAY_MS = 24 * 3600 * 1000
const MINUTE_MS = 60_000
const DAYS = 3 * 365
const FULL = { entries: 1_000_000, users: 400, projects: 5000, tags: 50_000, tasks: 5000, teams: 12 }

/** Northern and southern summer time, half hours, and none at all. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'America/Los_Angeles',
  'Australia/Sydney',
  'Pacific/Auckland',
  'UTC',
]

/** The share of the people, and so of the time, in the one big team. */
const BIG_TEAM = 0.47
const BIG_TEAM_TREE = 0.4
const LOCKED_DAYS_AGO = 400
const DEEPEST = 8

/**
 * @param {{ scale: number, today: number }} options `today` is midnight UTC; the three years end there.
 */
export function createData({ scale, today }) {
  const count = (name, least) => Math.max(least, Math.round(FULL[name] * scale))
  const random = createRandom(20_260_301)
  const users = createUsers(count('users', 10), { random, today })
  const teams = createTeams(users, { count: count('teams', 3), random, today })
  const projects = createProjects(teams, { count: count('projects', 40), random, today })
  const tags = createTags(teams, { count: count('tags', 200), today })
  const tasks = createTasks(projects, { count: count('tasks', 40), random, today })
  giveProjects(users, { teams, projects, random })
  const [big] = teams
  // Somebody who administers every team and tracks no time, whose reports read all of it.
  const auditor = {
    id: users.length + teams.length + 1,
    zone: 'Europe/Berlin',
    joinedAt: today - DAYS * DAY_MS,
  }
  const manager = users[(big?.memberIds[2] ?? 1) - 1]
  const managersKey = {
    ...tokenRow(manager ?? auditor, today),
    id: auditor.id + 1,
    workspace_id: big?.id ?? null,
    secret_hash: hashOf(BIG_TEAM_SECRET),
  }
  return {
    users,
    auditor,
    bigTeamId: big?.id ?? 0,
    /** The third member of a team is a manager, who sees everybody's time but private projects. */
    manager,
    tables: [
      { table: 'user', rows: () => [...users, auditor].map(userRow) },
      {
        table: 'token',
        rows: () => [...[...users, auditor].map((user) => tokenRow(user, today)), managersKey],
      },
      {
        table: 'workspace',
        rows: () => [...[...users, auditor].map((user) => personalRow(user, today)), ...teams.map(teamRow)],
      },
      { table: 'member', rows: () => memberRows(users, teams, { auditor, today }) },
      { table: 'rate', rows: () => rateRows(teams, today) },
      { table: 'project', rows: () => projects.map((project) => projectRow(project, today)) },
      { table: 'project_member', rows: () => projects.flatMap(projectMemberRows) },
      { table: 'task', rows: () => tasks },
      { table: 'tag', rows: () => tags.flat() },
      ...createEntries({ users, teams, tags, tasks, count: count('entries', 1000), random, today }),
    ],
  }
}

/** The key of a person, which the load generator sends. */
export function secretOf(user) {
  return `tt_bench${String(user.id).padStart(27, '0')}`
}

/** The key of that manager which works in the big team alone, for clients that know one workspace. */
export const BIG_TEAM_SECRET = `tt_bench${'m'.repeat(27)}`

const hashOf = (/** @type {string} */ secret) => createHash('sha256').update(secret).digest('hex')

const versioned = (at) => ({ version: 1, created_at: at, updated_at: at })

// ---- people and teams ----

function createUsers(count, { random, today }) {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    zone: ZONES[index % ZONES.length],
    joinedAt: today - (DAYS + 30) * DAY_MS + random.below(20) * DAY_MS,
    /** Workspaces beside the personal one, whose id is that of its person. */
    teamIds: /** @type {number[]} */ ([]),
    projectIds: /** @type {number[]} */ ([]),
  }))
}

function userRow(user) {
  const email = `person${user.id}@example.com`
  return {
    id: user.id,
    email,
    email_key: email,
    name: `Person ${user.id}`,
    password_hash: null,
    time_zone: user.zone,
    locale: null,
    default_billing_status: null,
    default_workspace_id: user.id,
    is_admin: user.id === 1 ? 1 : 0,
    is_active: 1,
    ...versioned(user.joinedAt),
  }
}

function tokenRow(user, today) {
  const secret = secretOf(user)
  return {
    id: user.id,
    user_id: user.id,
    workspace_id: null,
    name: 'bench',
    prefix: secret.slice(0, 8),
    secret_hash: hashOf(secret),
    scopes: '["*"]',
    created_at: today,
  }
}

function createTeams(users, { count, random, today }) {
  const bigSize = Math.max(5, Math.round(users.length * BIG_TEAM))
  const teams = Array.from({ length: count }, (_, index) => ({
    id: users.length + 1 + index,
    index,
    zone: ZONES[index % ZONES.length],
    memberIds: /** @type {number[]} */ ([]),
    lockedBefore: index % 3 === 2 ? null : dayText(today - LOCKED_DAYS_AGO * DAY_MS),
    madeAt: today - (DAYS + 20) * DAY_MS,
  }))
  for (const user of users) {
    const first = user.id <= bigSize ? 0 : 1 + (user.id % (count - 1))
    join(teams[first], user)
    const second = 1 + random.below(count - 1)
    if (random.chance(0.15) && second !== first) join(teams[second], user)
  }
  return teams
}

function join(team, user) {
  team.memberIds.push(user.id)
  user.teamIds.push(team.id)
}

function personalRow(user, today) {
  return workspaceRow(
    { id: user.id, personal_user_id: user.id, name: 'Personal', time_zone: user.zone },
    today,
  )
}

function teamRow(team) {
  const row = { id: team.id, personal_user_id: null, name: `Team ${team.index + 1}`, time_zone: team.zone }
  return workspaceRow({ ...row, locked_before: team.lockedBefore }, team.madeAt)
}

function workspaceRow(row, at) {
  return { default_billing_status: null, locked_before: null, ...row, ...versioned(at), deleted_at: null }
}

const ROLES = ['owner', 'admin', 'manager']

function memberRows(users, teams, { auditor, today }) {
  const own = [...users, auditor].map(({ id }) => ({ workspace_id: id, user_id: id, role: 'owner' }))
  const inTeams = teams.flatMap((team) =>
    team.memberIds.map((userId, index) => ({
      workspace_id: team.id,
      user_id: userId,
      role: ROLES[index] ?? (index % 20 === 19 ? 'manager' : 'member'),
    })),
  )
  const audits = teams.map((team) => ({ workspace_id: team.id, user_id: auditor.id, role: 'admin' }))
  return [...own, ...inTeams, ...audits].map((row, index) => ({
    id: index + 1,
    ...row,
    designation: null,
    department: null,
    is_active: 1,
    ...versioned(today - DAYS * DAY_MS),
  }))
}

const RATES = { billable: 9500, cost: 5200 }

function rateRows(teams, today) {
  return teams
    .flatMap((team) =>
      Object.entries(RATES).map(([kind, amount]) => ({ workspace_id: team.id, kind, amount })),
    )
    .map((row, index) => ({
      id: index + 1,
      ...row,
      currency: 'EUR',
      effective_from: '0001-01-01',
      ...versioned(today - DAYS * DAY_MS),
      deleted_at: null,
    }))
}

/** What an entry in a team is worth, at the rates above; an hour is 3,600 seconds. */
function priceColumns(inTeam, status, seconds) {
  const price = (kind, isPriced) => ({
    [`${kind}_rate`]: isPriced ? RATES[kind] : null,
    [`${kind}_currency`]: isPriced ? 'EUR' : null,
    [`${kind}_amount`]:
      isPriced && seconds !== null ? Math.floor((seconds * RATES[kind] + 1800) / 3600) : null,
  })
  const isBillable = status !== null && status !== 'not_billable'
  return { ...price('billable', inTeam && isBillable), ...price('cost', inTeam) }
}

// ---- projects, tasks, tags ----

const WORDS =
  'alpha harbour ledger meadow orbit pepper quarry river signal timber umbrella valley window yarn zephyr anchor basin copper delta ember'.split(
    ' ',
  )

/** A deep tree: most projects lie below one of the thirty made last, and some subtrees are private. */
function createProjects(teams, { count, random, today }) {
  const projects = []
  const rest = Math.ceil((count * (1 - BIG_TEAM_TREE)) / (teams.length - 1))
  for (const team of teams) {
    const own = []
    const size = Math.min(
      team.index === 0 ? Math.round(count * BIG_TEAM_TREE) : rest,
      count - projects.length,
    )
    for (let index = 0; index < size; index++) {
      const recent = own[Math.max(0, own.length - 1 - random.below(30))]
      const parent = own.length > 0 && recent.depth < DEEPEST && random.chance(0.9) ? recent : null
      const id = projects.length + 1
      const isPrivate = parent !== null && parent.depth >= 1 && random.chance(0.03)
      const project = {
        id,
        team,
        parent,
        depth: parent ? parent.depth + 1 : 0,
        path: `${parent?.path ?? '/'}${id}/`,
        position: index,
        title: `${random.pick(WORDS)} ${random.pick(WORDS)} ${id}`,
        isPrivate,
        isArchived: random.chance(0.05),
        memberIds: isPrivate ? team.memberIds.filter(() => random.chance(0.3)) : [],
        billing: random.chance(0.2) ? random.pick(['billable', 'not_billable']) : null,
        madeAt: today - DAYS * DAY_MS,
      }
      own.push(project)
      projects.push(project)
    }
  }
  return projects
}

function projectRow(project, today) {
  return {
    id: project.id,
    workspace_id: project.team.id,
    parent_id: project.parent?.id ?? null,
    path: project.path,
    position: project.position,
    client_id: null,
    title: project.title,
    title_key: project.title,
    search_text: project.title,
    color: `#${((project.id * 2_654_435_761) % 0x1000000).toString(16).padStart(6, '0').toUpperCase()}`,
    productivity_score: 1,
    status: 'active',
    is_archived: project.isArchived ? 1 : 0,
    archived_at: project.isArchived ? today - 30 * DAY_MS : null,
    is_private: project.isPrivate ? 1 : 0,
    default_billing_status: project.billing,
    custom_fields: '{}',
    ...versioned(project.madeAt),
    deleted_at: null,
  }
}

function projectMemberRows(project) {
  const of = (userId) => ({
    workspace_id: project.team.id,
    project_id: project.id,
    user_id: userId,
    is_manager: 0,
  })
  return project.memberIds.map(of)
}

function createTags(teams, { count, today }) {
  const share = Math.ceil(count / (teams.length + 4))
  let id = 0
  return teams.map((team) =>
    Array.from({ length: team.index === 0 ? share * 5 : share }, () => {
      id += 1
      const name = `${WORDS[id % WORDS.length]}-${id}`
      return {
        id,
        workspace_id: team.id,
        name,
        name_key: name,
        color: null,
        description: null,
        ...versioned(today - DAYS * DAY_MS),
        deleted_at: null,
      }
    }),
  )
}

function createTasks(projects, { count, random, today }) {
  return Array.from({ length: count }, (_, index) => {
    const project = projects[index % projects.length]
    const name = `Task ${index + 1}: ${random.pick(WORDS)}`
    return {
      id: index + 1,
      workspace_id: project.team.id,
      project_id: project.id,
      name,
      name_key: name.toLowerCase(),
      search_text: name.toLowerCase(),
      description: null,
      status: 'todo',
      priority: 'medium',
      ...versioned(today - DAYS * DAY_MS),
      deleted_at: null,
    }
  })
}

/** Everybody works on some twenty projects that are open to them. */
function giveProjects(users, { teams, projects, random }) {
  const byTeam = new Map(teams.map((team) => [team.id, projects.filter((project) => project.team === team)]))
  for (const user of users) {
    for (const teamId of user.teamIds) {
      const tree = byTeam.get(teamId) ?? []
      for (let tries = 0; tries < 25 && tree.length > 0; tries++) {
        const project = random.pick(tree)
        if (isOpenTo(project, user.id)) user.projectIds.push(project.id)
      }
    }
    user.projects = user.projectIds.map((id) => projects[id - 1])
  }
}

function isOpenTo(project, userId) {
  for (let each = project; each; each = each.parent) {
    if (each.isPrivate && !each.memberIds.includes(userId)) return false
  }
  return true
}

// ---- entries ----

const TITLES = WORDS.flatMap((word) => [
  `Review ${word}`,
  `Call about ${word}`,
  `Write up ${word}`,
  `Fix ${word}`,
])
const RUNNING_SHARE = 0.6
const WEEKEND_WEIGHT = 0.03
const DAY_TEXT_AT = 10

/** Entries and their tags, told apart by `table`, in the order in which time went by. */
function createEntries({ users, teams, tags, tasks, count, random, today }) {
  const clock = createClock(today)
  const tagsOfTeam = new Map(teams.map((team, index) => [team.id, tags[index]]))
  const tasksOfProject = new Map(tasks.map((task) => [task.project_id, task.id]))
  const running = Math.min(Math.round(users.length * RUNNING_SHARE), count)
  /** @type {{ workspace_id: number, entry_id: number, tag_id: number }[]} */
  const tagged = []
  let id = 0

  function entry(user, startedAt, endedAt) {
    id += 1
    const isHome = user.projects.length === 0 || random.chance(0.08)
    const project = isHome ? null : user.projects[Math.floor(random.next() ** 2 * user.projects.length)]
    const workspaceId = project ? project.team.id : user.id
    const title = random.chance(0.15)
      ? null
      : `${random.pick(TITLES)}${random.chance(0.1) ? ' · Übergabe' : ''}`
    const notes = random.chance(0.1) ? `Notes on ${random.pick(WORDS)} and ${random.pick(WORDS)}.` : null
    const isDeleted = endedAt !== null && random.chance(0.02)
    const seconds = endedAt === null ? 0 : (endedAt - startedAt) / 1000
    if (project && random.chance(0.3)) tag(workspaceId, id)
    const break_seconds = seconds > 7200 && random.chance(0.2) ? 900 : 0
    const billing_status = billingStatus(random, (today - startedAt) / DAY_MS)
    return {
      id,
      workspace_id: workspaceId,
      user_id: user.id,
      project_id: project?.id ?? null,
      task_id: project && random.chance(0.1) ? (tasksOfProject.get(project.id) ?? null) : null,
      client_id: null,
      title,
      notes,
      search_text: [title, notes].filter(Boolean).join('\n').toLowerCase(),
      started_at: startedAt,
      ended_at: endedAt,
      paused_at: null,
      break_seconds,
      time_zone: user.zone,
      started_on: clock.dayOf(user.zone, startedAt),
      billing_status,
      ...priceColumns(project !== null, billing_status, endedAt === null ? null : seconds - break_seconds),
      custom_fields: random.chance(0.01) ? '{"ticket":"EX-1"}' : '{}',
      source: random.chance(0.6) ? 'timer' : 'manual',
      via_wire: 'native',
      via_client: null,
      ...versioned(startedAt),
      deleted_at: isDeleted ? (endedAt ?? startedAt) : null,
    }
  }

  function tag(workspaceId, entryId) {
    const own = tagsOfTeam.get(workspaceId) ?? []
    const chosen = new Set(
      Array.from({ length: random.between(1, 3) }, () => Math.floor(random.next() ** 3 * own.length)),
    )
    for (const index of chosen)
      if (own[index]) tagged.push({ workspace_id: workspaceId, entry_id: entryId, tag_id: own[index].id })
  }

  function* entries() {
    const weights = Array.from({ length: DAYS }, (_, day) =>
      isWeekend(today - (DAYS - day) * DAY_MS) ? WEEKEND_WEIGHT : 1,
    )
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    let weight = 0
    for (let day = 0; day < DAYS; day++) {
      weight += weights[day] ?? 0
      const due = Math.round(((count - running) * weight) / whole) - id
      yield* dayOfWork(today - (DAYS - day) * DAY_MS, due)
    }
    for (const user of users.slice(0, running))
      yield entry(user, today - random.between(1, 3600) * 1000, null)
  }

  /** Shares a day's entries out among the people, who do them one after the other. */
  function* dayOfWork(midnight, due) {
    const first = random.below(users.length)
    const each = Math.floor(due / users.length)
    const more = due % users.length
    for (let index = 0; index < users.length; index++) {
      const user = users[(first + index) % users.length]
      const pieces = each + (index < more ? 1 : 0)
      let at = clock.localTime(user.zone, midnight, random.between(7 * 3600, 10 * 3600))
      for (let piece = 0; piece < pieces; piece++) {
        const isLate = piece === pieces - 1 && random.chance(0.01)
        const wanted = isLate ? clock.localTime(user.zone, midnight, 23 * 3600) : at
        // A late evening in America is tomorrow in UTC, which the data does not reach.
        const startedAt = Math.min(wanted, today - MINUTE_MS)
        const length = Math.round((28_800 / Math.max(pieces, 4)) * (0.4 + random.next() * 0.8)) * 1000
        at = startedAt + length + (random.chance(0.5) ? random.between(0, 1800) * 1000 : 0)
        yield entry(user, startedAt, Math.min(startedAt + length, today))
      }
    }
  }

  return [
    { table: 'entry', rows: entries },
    { table: 'entry_tag', rows: () => tagged },
  ]
}

function billingStatus(random, daysAgo) {
  const roll = random.next()
  if (roll < 0.1) return null
  if (roll < 0.3) return 'not_billable'
  if (daysAgo > 90) return 'paid'
  return daysAgo > 30 ? 'billed' : 'billable'
}

function isWeekend(at) {
  return [0, 6].includes(new Date(at).getUTCDay())
}

function dayText(at) {
  return new Date(at).toISOString().slice(0, DAY_TEXT_AT)
}

/** Local days of a zone; the offset is looked up once a day, and exactly on the days on which it changes. */
function createClock(today) {
  const first = today - (DAYS + 2) * DAY_MS
  const offsets = new Map(ZONES.map((zone) => [zone, offsetsOf(zone, first)]))
  function offset(zone, at) {
    const table = offsets.get(zone) ?? []
    const day = Math.floor((at - first) / DAY_MS)
    const [before, after] = [table[day] ?? 0, table[day + 1] ?? 0]
    return before === after ? before : offsetAt(zone, at)
  }
  return {
    dayOf: (zone, at) => dayText(at + offset(zone, at)),
    /** The instant at `seconds` after local midnight of a UTC day. */
    localTime: (zone, midnight, seconds) => midnight + seconds * 1000 - offset(zone, midnight),
  }
}

function offsetsOf(zone, first) {
  return Array.from({ length: DAYS + 5 }, (_, day) => offsetAt(zone, first + day * DAY_MS))
}

const formats = new Map()

function offsetAt(zone, at) {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' })
  formats.set(zone, format)
  const text = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])?(\d{2})?:?(\d{2})?/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
