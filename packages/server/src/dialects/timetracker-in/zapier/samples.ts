import { uuidOf } from '../ids.ts'
import { toRole } from '../team-members.ts'
import type { EntryAction } from '../webhooks/payloads.ts'

/** What forms are shown where there is nothing yet; nothing has the number 0. */

const TIMES = { createdAt: '2026-01-15T10:30:00.000Z', updatedAt: '2026-01-15T10:30:00.000Z' }
const WORKSPACE = { id: uuidOf('workspace', 0), name: 'Sample workspace' }
const CLIENT = {
  id: uuidOf('client', 0),
  name: 'Sample client',
  email: 'office@example.com',
  phone: '+49 30 1234',
  status: 'active',
  type: 'company',
}
const PROJECT = { id: uuidOf('project', 0), name: 'Sample project' }
const TASK = { id: uuidOf('task', 0), name: 'Sample task' }
const MEMBER = { id: uuidOf('team_member', 0), name: 'Sample person' }

const { status, type, ...CONTACT } = CLIENT
export const SAMPLE_CLIENT = {
  ...CONTACT,
  address: 'Sample street 1, Berlin',
  status,
  type,
  workspace: WORKSPACE,
  ...TIMES,
}

export const SAMPLE_PROJECT = {
  ...PROJECT,
  description: 'What it is about',
  status: 'active',
  workspace: WORKSPACE,
  client: CLIENT,
  defaultBillable: true,
  defaultBillableRate: 75,
  estimatedHours: 200,
  estimatedBudget: 15_000,
  isPrivate: false,
  ...TIMES,
}

export const SAMPLE_TASK = {
  ...TASK,
  description: 'What is to be done',
  project: PROJECT,
  client: CLIENT,
  workspace: WORKSPACE,
  teamMembers: [
    {
      ...MEMBER,
      email: 'person@example.com',
      avatar: null,
      designation: 'Designer',
      department: 'Studio',
      status: 'active',
      role: toRole('member'),
      billableRate: 75,
    },
  ],
  status: 'todo',
  priority: 'medium',
  estimatedHours: 8,
  actualHours: 0,
  dueDate: '2026-01-31T00:00:00.000Z',
  ...TIMES,
}

export function sampleEntry(action: EntryAction) {
  return {
    id: uuidOf('time_entry', 0),
    description: 'What was done',
    date: '2026-01-15T00:00:00.000Z',
    startTime: '2026-01-15T08:00:00.000Z',
    ...(action === 'start_timer' ? {} : { endTime: '2026-01-15T10:30:00.000Z', duration: 9000 }),
    billable: true,
    action,
    workspace: WORKSPACE,
    teamMember: MEMBER,
    project: PROJECT,
    task: TASK,
    tags: [{ id: uuidOf('tag', 0), name: 'Sample tag' }],
    ...TIMES,
  }
}
