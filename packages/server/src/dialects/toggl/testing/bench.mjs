// What the bench measures of this wire: the list that clients ask for all day, and the running entry.

const V9 = '/toggl/api/v9'

const basic = (secret) => `Basic ${Buffer.from(`${secret}:api_token`).toString('base64')}`

export function scenarios({ reading, weekOf, day, inWeek, ENTRY, OWN }) {
  const asking = (world, path, floor) =>
    reading(world, V9 + path, floor).map((unit) =>
      unit.map((call) => ({ ...call, authorization: basic(call.secret) })),
    )
  return [
    {
      name: 'running-toggl',
      title: 'running timer (Toggl)',
      rate: 200,
      units: (world) => asking(world, '/me/time_entries/current', 'running-toggl'),
      floor: { sql: () => `select ${ENTRY} ${OWN} and e.ended_at is null`, map: 'toggl-timer' },
    },
    {
      name: 'week-toggl',
      title: "own week's list (Toggl)",
      rate: 200,
      units(world) {
        const { from, to } = weekOf(world.today)
        const query = `start_date=${day(from)}&end_date=${day(to)}`
        return asking(world, `/me/time_entries?${query}`, 'week-toggl')
      },
      floor: { sql: (world) => `select ${ENTRY} ${OWN} and ${inWeek(world)} 1000`, map: 'toggl-list' },
    },
  ]
}

export async function answers(serverModule) {
  const { toTimeEntry } = await serverModule('dialects/toggl/v9/entry-map.js')
  return {
    'toggl-timer': ([row], now) => (row ? toTimeEntry(row, now) : null),
    'toggl-list': (rows, now) => rows.map((row) => toTimeEntry(row, now)),
  }
}
