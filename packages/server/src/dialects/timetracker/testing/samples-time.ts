import {
  aMinute,
  type Asked,
  mixed,
  nothing,
  params,
  type Sample,
  type Samples,
} from '../../../testing/sample.ts'

const API = '/api/v1'
const RANGE = { start_date: '2026-01-01', end_date: '2026-12-31' }

async function newEntry(asked: Asked): Promise<Sample> {
  const [start_time, end_time] = aMinute()
  return {
    body: {
      project_id: await asked.the.project(),
      start_time,
      end_time,
      notes: 'Work on feature',
      ...(asked.the.situation === 'colleague' ? { user_id: await asked.the.user() } : {}),
      ...(await mixed(asked)),
    },
  }
}

async function changeOfEntry(asked: Asked): Promise<Sample> {
  return {
    params: { entry_id: await asked.the.entry() },
    body: { notes: 'Changed', ...(await mixed(asked)) },
  }
}

/** The system refuses to start a second timer. */
async function start(asked: Asked): Promise<Sample> {
  await asked.the.idle()
  return { body: { project_id: await asked.the.project(), notes: 'Work', ...(await mixed(asked)) } }
}

async function imported({ the }: Asked): Promise<Sample> {
  const [start, end] = aMinute()
  return { body: { csv: `project_id,start_time,end_time\n${await the.project()},${start},${end}\n` } }
}

/** Whose time, where it is not one's own. */
async function ofPerson({ the }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' ? {} : { user_id: await the.user() }
}

/** Time entries, the timer, reports and the search. */
export const TIME_SAMPLES: Samples = {
  [`GET ${API}/time-entries`]: async (asked) => ({ query: await ofPerson(asked) }),
  [`POST ${API}/time-entries`]: newEntry,
  [`GET ${API}/time-entries/:entry_id`]: params('entry_id', (the) => the.entry()),
  [`PUT ${API}/time-entries/:entry_id`]: changeOfEntry,
  [`PATCH ${API}/time-entries/:entry_id`]: changeOfEntry,
  [`DELETE ${API}/time-entries/:entry_id`]: params('entry_id', (the) => the.entry()),
  [`POST ${API}/time-entries/bulk`]: async ({ the }) => ({
    body: { entry_ids: [await the.entry()], action: 'set_paid', value: true },
  }),
  [`POST ${API}/time-entries/import-csv`]: imported,

  [`GET ${API}/timer/status`]: nothing,
  [`POST ${API}/timer/start`]: start,
  async [`POST ${API}/timer/stop`]({ the }) {
    await the.timer()
    return {}
  },
  async [`POST ${API}/timer/pause`]({ the }) {
    await the.timer()
    return {}
  },
  async [`POST ${API}/timer/resume`]({ the }) {
    await the.timer('paused')
    return {}
  },

  [`GET ${API}/search`]: async () => ({ query: { q: 'thing' } }),
  [`GET ${API}/reports/summary`]: async (asked) => ({ query: { ...RANGE, ...(await ofPerson(asked)) } }),
  [`GET ${API}/reports`]: async (asked) => ({
    query: { ...RANGE, group_by: 'user,project', ...(await ofPerson(asked)) },
  }),
  [`GET ${API}/reports/capacity`]: async ({ the }) => ({ query: { ...RANGE, user_ids: await the.user() } }),
  [`GET ${API}/exports/payroll`]: async (asked) => ({ query: { ...RANGE, ...(await ofPerson(asked)) } }),
  [`GET ${API}/reports/compliance/locked-periods`]: nothing,
  [`GET ${API}/reports/compliance/audit-events`]: async () => ({ query: RANGE }),
  [`GET ${API}/activities`]: nothing,
  [`GET ${API}/audit-logs`]: nothing,
}
