import { BIG_TEAM_SECRET, secretOf } from './data.mjs'
import { scenariosOf } from './dialects.mjs'

// What is measured. Every scenario sends requests for many people in turn; beside it stands the floor: one SQL
// statement that includes the key, and the same bytes from a bare route.

const DAY_MS = 24 * 3600 * 1000
const PEOPLE = 200
const NATIVE = '/sundial/api/v1'
const TIMING = '/timing/api/v1'

/**
 * @typedef {{
 *   name: string
 *   title: string
 *   rate: number
 *   units: (world: World) => Call[][]
 *   beside?: (world: World) => Call[]
 *   floor: { sql: (world: World) => string, map: string }
 * }} Scenario
 * @typedef {{ people: { id: number, projectIds: number[] }[], manager: { id: number }, auditor: { id: number }, bigTeamId: number, today: number }} World
 * @typedef {{ method: string, path: string, secret: string, authorization?: string, body?: object, measured?: boolean, floor: string }} Call
 */

// The columns of an entry as our own API and Timing's show it, and where its tags come from.
const ENTRY = `e.*, u.name as user_name, u.email as user_email, w.locked_before, w.protects_billed,
  (select {tags} from (select t.id, t.name from entry_tag et cross join tag t
    where t.workspace_id = et.workspace_id and t.id = et.tag_id and t.deleted_at is null and et.workspace_id = e.workspace_id and et.entry_id = e.id order by t.name_key) as own) as tags`

// Whose key it is stands by itself, or PostgreSQL plans for any person and reads everybody's week.
const ME = `(select k.user_id from token k join "user" me on me.id = k.user_id and me.is_active = 1
    where k.secret_hash = ?1 and k.revoked_at is null)`

const OWN = `from entry e
  join "user" u on u.id = e.user_id
  join member m on m.workspace_id = e.workspace_id and m.user_id = e.user_id and m.is_active = 1
  join workspace w on w.id = e.workspace_id and w.deleted_at is null
  where e.user_id = ${ME} and e.deleted_at is null`

const weekOf = (today) => {
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS - 7 * DAY_MS
  return { from: monday, to: monday + 7 * DAY_MS }
}
const day = (at) => new Date(at).toISOString().slice(0, 10)
const inWeek = ({ today }) =>
  `e.started_at >= ${weekOf(today).from} and e.started_at < ${weekOf(today).to} order by e.started_at desc, e.id desc limit`

/** Everything an administrator of every team sees of some days, added up. */
const summedSql =
  (days, keys) =>
  ({ today }) =>
    `select ${keys}, count(*) as entries, sum((e.ended_at - e.started_at) / 1000 - e.break_seconds) as seconds,
    sum(e.billable_amount) as billable, sum(e.cost_amount) as cost
  from entry e where e.workspace_id in (select m.workspace_id from token k
      join member m on m.user_id = k.user_id and m.is_active = 1 and m.role = 'admin'
      where k.secret_hash = ?1 and k.revoked_at is null)
    and e.deleted_at is null and e.started_at >= ${today - days * DAY_MS} and e.started_at < ${today}
  group by ${keys}`

const DAY_KEY = 'e.user_id, e.started_at / 86400000'

/** @type {Scenario[]} */
const REPORTS = [
  {
    name: 'report-month',
    title: 'report of a month, all people, by person and local day',
    rate: 2,
    units: (world) => [[reportCall(world, { days: 30, group: ['user', 'day'], floor: 'report-month' })]],
    floor: { sql: summedSql(30, DAY_KEY), map: 'counted' },
  },
  {
    name: 'report-year',
    title: 'report of a year, all people, by person and project',
    rate: 1,
    units: (world) => [[reportCall(world, { days: 365, group: ['user', 'project'], floor: 'report-year' })]],
    floor: { sql: summedSql(365, 'e.user_id, e.project_id'), map: 'counted' },
  },
  {
    name: 'report-year-days',
    title: 'report of a year, all people, by person and local day',
    rate: 1,
    units: (world) => [[reportCall(world, { days: 365, group: ['user', 'day'], floor: 'report-year-days' })]],
    floor: { sql: summedSql(365, DAY_KEY), map: 'counted' },
  },
  {
    name: 'report-months',
    title: 'report of a year, all people, by month and project',
    rate: 1,
    units: (world) => [
      [reportCall(world, { days: 365, group: ['month', 'project'], floor: 'report-months' })],
    ],
    floor: { sql: summedSql(365, 'e.started_at / 2629800000, e.project_id'), map: 'counted' },
  },
]

function reportCall({ auditor, today }, { days, group, floor }) {
  const range = `from=${day(today - days * DAY_MS)}&to=${day(today - 1)}&time_zone=Europe/Berlin`
  const query = `everyone=true&${range}&${group.map((by) => `group_by=${by}`).join('&')}&limit=1000`
  return {
    method: 'GET',
    path: `${NATIVE}/reports?${query}`,
    secret: secretOf(auditor),
    measured: true,
    floor,
  }
}

/** A file of about so many entries: the days that hold them, of some nine hundred a day. */
export function exportCall({ auditor, today }, { format, rows }) {
  const from = day(today - Math.round(rows / 840) * DAY_MS)
  const query = `everyone=true&from=${from}&to=${day(today - 1)}&format=${format}&detail=entries`
  return { path: `${NATIVE}/reports/export?${query}`, secret: secretOf(auditor) }
}

/** @type {Scenario[]} */
export const SCENARIOS = [
  {
    name: 'running',
    title: 'running timer',
    rate: 200,
    units: (world) => reading(world, `${NATIVE}/timer`, 'running'),
    floor: { sql: () => `select ${ENTRY} ${OWN} and e.ended_at is null`, map: 'timer' },
  },
  {
    name: 'running-timing',
    title: 'running timer (Timing)',
    rate: 200,
    units: (world) => reading(world, `${TIMING}/time-entries/running`, 'running-timing'),
    floor: { sql: () => `select ${ENTRY} ${OWN} and e.ended_at is null`, map: 'redirect' },
  },
  {
    name: 'week',
    title: "own week's list",
    rate: 200,
    units(world) {
      const { from, to } = weekOf(world.today)
      const query = `from=${day(from)}&to=${day(to - 1)}&time_zone=UTC`
      return reading(world, `${NATIVE}/entries?${query}`, 'week')
    },
    // Our list also gives what began before the week and ended in it, which is next to nothing.
    floor: { sql: (world) => `select ${ENTRY} ${OWN} and ${inWeek(world)} 51`, map: 'list' },
  },
  {
    name: 'week-timing',
    title: "own week's list (Timing)",
    rate: 200,
    units(world) {
      const { from, to } = weekOf(world.today)
      const query = `start_date_min=${day(from)}&start_date_max=${day(to - 1)}`
      return reading(world, `${TIMING}/time-entries?${query}`, 'week-timing')
    },
    floor: { sql: (world) => `select ${ENTRY} ${OWN} and ${inWeek(world)} 1000`, map: 'timing' },
  },
  ...scenariosOf({ reading, weekOf, day, inWeek, ENTRY, OWN, BIG_TEAM_SECRET }),
  {
    name: 'team',
    title: 'team list page, as a manager',
    rate: 20,
    units: ({ manager, bigTeamId }) =>
      teamPages(manager, `${NATIVE}/entries?everyone=true&workspace_id=${bigTeamId}&limit=50`, 'team'),
    floor: {
      sql: ({ bigTeamId }) => `select ${ENTRY} from token k
        join "user" me on me.id = k.user_id and me.is_active = 1
        join member m on m.user_id = me.id and m.workspace_id = ${bigTeamId} and m.is_active = 1 and m.role = 'manager'
        join entry e on e.workspace_id = ${bigTeamId} and e.deleted_at is null
        join "user" u on u.id = e.user_id
        join workspace w on w.id = e.workspace_id and w.deleted_at is null
        where k.secret_hash = ?1 and k.revoked_at is null
        order by e.started_at desc, e.id desc limit 51`,
      map: 'list',
    },
  },
  {
    name: 'team-week',
    title: "the team's week, as a manager",
    rate: 20,
    units({ manager, bigTeamId, today }) {
      const { from, to } = weekOf(today)
      const query = `from=${day(from)}&to=${day(to - 1)}&time_zone=UTC`
      return teamPages(
        manager,
        `${NATIVE}/entries?everyone=true&workspace_id=${bigTeamId}&limit=50&${query}`,
        'team-week',
      )
    },
    floor: {
      sql: ({ bigTeamId, today }) => `select ${ENTRY} from token k
        join "user" me on me.id = k.user_id and me.is_active = 1
        join member m on m.user_id = me.id and m.workspace_id = ${bigTeamId} and m.is_active = 1 and m.role = 'manager'
        join entry e on e.workspace_id = ${bigTeamId} and e.deleted_at is null
        join "user" u on u.id = e.user_id
        join workspace w on w.id = e.workspace_id and w.deleted_at is null
        where k.secret_hash = ?1 and k.revoked_at is null and ${inWeek({ today })} 51`,
      map: 'list',
    },
  },
  {
    name: 'search',
    title: 'search over everything, as a manager',
    rate: 20,
    units: ({ manager }) => [SEARCHED.map((words) => searchCall(manager, words, 'search'))],
    floor: {
      // The newest ten that hold a common word, read through from the newest on.
      sql: ({ bigTeamId }) => `select ${ENTRY} from token k
        join "user" me on me.id = k.user_id and me.is_active = 1
        join member m on m.user_id = me.id and m.workspace_id = ${bigTeamId} and m.is_active = 1 and m.role = 'manager'
        join entry e on e.workspace_id = ${bigTeamId} and e.deleted_at is null
        join "user" u on u.id = e.user_id
        join workspace w on w.id = e.workspace_id and w.deleted_at is null
        where k.secret_hash = ?1 and k.revoked_at is null and e.search_text like '%harbour%'
        order by e.id desc limit 10`,
      map: 'list',
    },
  },
  {
    name: 'search-own',
    title: 'search over everything, as anybody',
    rate: 50,
    units: ({ people }) =>
      people
        .slice(0, PEOPLE)
        .map((user, index) => [searchCall(user, SEARCHED[index % SEARCHED.length] ?? '', 'search-own')]),
    floor: {
      sql: () =>
        `select ${ENTRY} ${OWN} and e.search_text like '%harbour%' order by e.started_at desc limit 10`,
      map: 'list',
    },
  },
  ...REPORTS,
  {
    name: 'running-beside',
    title: 'running timer while a year is reported',
    rate: 200,
    units: (world) => reading(world, `${NATIVE}/timer`, 'running-beside'),
    beside: (world) => [reportCall(world, { days: 365, group: ['user', 'project'], floor: 'report-year' })],
    floor: { sql: () => `select ${ENTRY} ${OWN} and e.ended_at is null`, map: 'timer' },
  },
  // Last, since they leave nobody's timer running.
  {
    name: 'start',
    title: 'start timer',
    rate: 200,
    units: startEverybody,
    floor: { sql: insertedSql, map: 'started' },
  },
  {
    name: 'stop',
    title: 'stop timer',
    rate: 200,
    units: ({ people }) =>
      people.slice(0, PEOPLE).map((user) => [
        startCall(user, false),
        {
          method: 'POST',
          path: `${NATIVE}/timer/stop`,
          body: {},
          secret: secretOf(user),
          measured: true,
          floor: 'stop',
        },
      ]),
    floor: { sql: stoppedSql, map: 'stopped' },
  },
]

/** @param {World} world */
export function startEverybody({ people }) {
  return people.slice(0, PEOPLE).map((user) => [startCall(user, true)])
}

function startCall(user, measured) {
  const body = { title: 'Write up harbour', project_id: user.projectIds[0] }
  return {
    method: 'POST',
    path: `${NATIVE}/timer/start`,
    body,
    secret: secretOf(user),
    measured,
    floor: 'start',
  }
}

function reading({ people }, path, floor) {
  return people
    .slice(0, PEOPLE)
    .map((user) => [{ method: 'GET', path, secret: secretOf(user), measured: true, floor }])
}

/** A common word, one in a twentieth of those, two that meet seldom, one that nothing has, and one that is in no index. */
const SEARCHED = ['harbour', 'übergabe', 'fix signal', 'nowhere to be found', 'ju']

function searchCall(user, words, floor) {
  const path = `${NATIVE}/search?q=${encodeURIComponent(words)}`
  return { method: 'GET', path, secret: secretOf(user), measured: true, floor }
}

function teamPages(manager, path, floor) {
  return [[{ method: 'GET', path, secret: secretOf(manager), measured: true, floor }]]
}

const NEW_COLUMNS = `workspace_id, user_id, project_id, title, search_text, started_at, ended_at, time_zone, started_on,
  billing_status, source, via_wire, created_at, updated_at`

function insertedSql() {
  return `insert into entry (${NEW_COLUMNS})
    select p.workspace_id, u.id, p.id, ?3, ?3, ?2, ?2, u.time_zone, '2000-01-01', 'billable', 'timer', 'floor', ?2, ?2
    from token k join "user" u on u.id = k.user_id and u.is_active = 1 join project p on p.id = ?4
    where k.secret_hash = ?1 and k.revoked_at is null
    returning *`
}

function stoppedSql() {
  return `update entry set ended_at = ?2, version = version + 1, updated_at = ?2
    where (workspace_id, id) = (select e.workspace_id, e.id from entry e where e.user_id = ${ME} and e.deleted_at is null
      order by e.started_at desc, e.id desc limit 1)
    returning *`
}

/** The one statement in an engine's own words. */
export function floorSql(sql, engine) {
  const tags =
    engine === 'sqlite'
      ? "json_group_array(json_object('id', own.id, 'name', own.name))"
      : "coalesce(json_agg(json_build_object('id', own.id, 'name', own.name)), '[]')::text"
  const placed = sql.replaceAll('{tags}', tags)
  if (engine === 'sqlite') return placed
  const types = { 1: 'text', 2: 'bigint', 3: 'text', 4: 'bigint' }
  return placed.replace(/\?(\d)/g, (_, number) => `$${number}::${types[number]}`)
}
