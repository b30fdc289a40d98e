import {
  type Asked,
  type Sample,
  type Samples,
  aMinute,
  forOthers,
  nothing,
  params,
} from '../../../testing/sample.ts'
import type { Things } from '../../../testing/world.ts'

/** Timing writes references, and a colleague's entry wants its owner named in every call. */
async function timingOwner({ the, variant }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' || variant === 'unnamed'
    ? {}
    : { other_user_id: `/users/${await the.user()}` }
}

const timingTeam = async (the: Things) => ({ team_id: `/teams/${await the.workspace()}` })
const timingProject = async (the: Things) => ({ project: `/projects/${await the.project()}` })

async function changeOfTimingEntry(asked: Asked): Promise<Sample> {
  return {
    params: { time_entry_id: await asked.the.entry() },
    body: {
      title: 'Changed',
      ...(await timingOwner(asked)),
      ...(asked.variant === 'with project' ? await timingProject(asked.other) : {}),
    },
  }
}

export const TIMING_SAMPLES: Samples = {
  'GET /api/v1/projects': async ({ the }) => ({ query: await timingTeam(the) }),
  'GET /api/v1/projects/hierarchy': async ({ the }) => ({ query: await timingTeam(the) }),
  'POST /api/v1/projects': async ({ the, other, variant }) => ({
    body: {
      title: the.name(),
      ...(await timingTeam(the)),
      ...(variant === 'with parent' ? { parent: `/projects/${await other.project()}` } : {}),
    },
  }),
  'GET /api/v1/projects/:project_id': params('project_id', (the) => the.project()),
  'PUT /api/v1/projects/:project_id': async ({ the }) => ({
    params: { project_id: await the.project() },
    body: { notes: 'New' },
  }),
  'PATCH /api/v1/projects/:project_id': async ({ the }) => ({
    params: { project_id: await the.project() },
    body: { notes: 'New' },
  }),
  'DELETE /api/v1/projects/:project_id': params('project_id', (the) => the.project()),

  'GET /api/v1/teams': nothing,
  'GET /api/v1/teams/:team_id/members': params('team_id', (the) => the.workspace()),
  'GET /api/v1/report': async ({ other, variant }) => ({
    query: {
      include_team_members: 1,
      include_app_usage: 1,
      ...(variant === 'with project' ? { projects: [`/projects/${await other.project()}`] } : {}),
    },
  }),

  'POST /api/v1/time-entries/start': async ({ the }) => ({
    body: { title: 'Work', ...(await timingProject(the)) },
  }),
  async 'PUT /api/v1/time-entries/stop'({ the }) {
    await the.timer()
    return {}
  },
  async 'GET /api/v1/time-entries/latest'({ the }) {
    await the.entry()
    return {}
  },
  async 'GET /api/v1/time-entries/running'({ the }) {
    await the.timer()
    return {}
  },
  'PATCH /api/v1/time-entries/batch-update': async (asked) => ({
    body: {
      time_entries: [`/time-entries/${await asked.the.entry()}`],
      data: {
        title: 'Changed',
        ...(asked.variant === 'with project' ? await timingProject(asked.other) : {}),
      },
      allow_editing_other_users: forOthers(asked),
    },
  }),
  'GET /api/v1/time-entries': async ({ other, variant }) => ({
    query: {
      include_team_members: 1,
      ...(variant === 'with project' ? { projects: [`/projects/${await other.project()}`] } : {}),
    },
  }),
  async 'POST /api/v1/time-entries'({ the }) {
    const [start_date, end_date] = aMinute()
    return { body: { title: 'Work', start_date, end_date, ...(await timingProject(the)) } }
  },
  'GET /api/v1/time-entries/:time_entry_id': async (asked) => ({
    params: { time_entry_id: await asked.the.entry() },
    query: await timingOwner(asked),
  }),
  'PUT /api/v1/time-entries/:time_entry_id': changeOfTimingEntry,
  'PATCH /api/v1/time-entries/:time_entry_id': changeOfTimingEntry,
  'DELETE /api/v1/time-entries/:time_entry_id': async (asked) => ({
    params: { time_entry_id: await asked.the.entry() },
    query: await timingOwner(asked),
  }),
}
