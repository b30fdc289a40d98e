// What the bench measures of this wire: the timer that apps look at all the time, and the list of a whole team with its
// count, which is what a manager's app shows first.

const V1 = '/timetracker/api/v1'

export function scenarios({ reading, ENTRY, OWN, BIG_TEAM_SECRET }) {
  return [
    {
      name: 'running-timetracker',
      title: 'running timer (TimeTracker)',
      rate: 200,
      units: (world) => reading(world, `${V1}/timer/status`, 'running-timetracker'),
      floor: {
        sql: () =>
          `select ${ENTRY} ${OWN} and e.workspace_id = u.default_workspace_id and e.ended_at is null`,
        map: 'timetracker-timer',
      },
    },
    {
      name: 'team-timetracker',
      title: 'team list page with its count, as a manager (TimeTracker)',
      rate: 1,
      units: () => [
        [
          {
            method: 'GET',
            path: `${V1}/time-entries`,
            secret: BIG_TEAM_SECRET,
            measured: true,
            floor: 'team-timetracker',
          },
        ],
      ],
      floor: {
        sql: ({ bigTeamId }) => `select ${ENTRY}, (select count(*) from entry c
            where c.workspace_id = ${bigTeamId} and c.deleted_at is null and c.ended_at is not null) as total
          from token k
          join "user" me on me.id = k.user_id and me.is_active = 1
          join member m on m.user_id = me.id and m.workspace_id = ${bigTeamId} and m.is_active = 1 and m.role = 'manager'
          join entry e on e.workspace_id = ${bigTeamId} and e.deleted_at is null and e.ended_at is not null
          join "user" u on u.id = e.user_id
          join workspace w on w.id = e.workspace_id and w.deleted_at is null
          where k.secret_hash = ?1 and k.revoked_at is null
          order by e.started_at desc, e.id desc limit 50`,
        map: 'timetracker-list',
      },
    },
  ]
}

export async function answers(serverModule) {
  const { toEntry } = await serverModule('dialects/timetracker/entry-map.js')
  // The floor does without the names that stand beside the ids.
  const names = { projects: new Map(), tasks: new Map(), clients: new Map() }
  const shown = (row, now) => toEntry(row, names, { now, zone: 'UTC' })
  return {
    'timetracker-timer': ([row], now) => ({ active: row !== undefined, timer: row ? shown(row, now) : null }),
    'timetracker-list': (rows, now) => ({
      time_entries: rows.map((row) => shown(row, now)),
      pagination: { total: rows[0]?.total },
    }),
  }
}
