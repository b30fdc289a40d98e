import type { ReferenceGroup } from '../../../http/reference.ts'
import { CORE, INTEGRATION } from '../paths.ts'
import { IN_WORKSPACE } from './words.ts'

function below(root: string, ...ends: string[]): string[] {
  return ends.map((end) => `${root.slice(1)}/${end}`)
}

const TRIGGERS = `${INTEGRATION}/triggers`

/** What has a search and a sample. */
const THINGS = ['clients', 'projects', 'tasks', 'tags', 'time-entries']
const SAMPLES = [
  'clients',
  'projects',
  'tasks',
  'time-entries/start',
  'time-entries/stop',
  'time-entries/manual',
]

/** The headings of the pages, in order: the core API first. */
export const GROUPS: readonly ReferenceGroup[] = [
  { name: 'Me', about: 'Whose key this is.', roots: below(CORE, 'me') },
  { name: 'Workspaces', about: 'Where everything else is.', roots: below(CORE, 'workspaces') },
  { name: 'Team members', about: 'Who is in a workspace.', roots: below(IN_WORKSPACE, 'team-members') },
  { name: 'Clients', about: 'Whom projects are for.', roots: below(IN_WORKSPACE, 'clients') },
  { name: 'Projects', about: 'What time is spent on.', roots: below(IN_WORKSPACE, 'projects') },
  { name: 'Tasks', about: 'What is to be done in a project.', roots: below(IN_WORKSPACE, 'tasks') },
  { name: 'Tags', about: 'Words that entries are sorted by.', roots: below(IN_WORKSPACE, 'tags') },
  { name: 'Time entries', about: 'Time that was spent.', roots: below(IN_WORKSPACE, 'time-entries') },
  {
    name: 'Timer',
    about: 'One’s running entry, of which there is at most one over all workspaces.',
    roots: below(IN_WORKSPACE, 'timer'),
  },
  { name: 'Reports', about: 'Time added up.', roots: below(IN_WORKSPACE, 'reports') },
  {
    name: 'Webhooks',
    about:
      'Addresses that are told of what the owner of the key may see, in all their workspaces. They are those of the integrations, too.',
    roots: below(CORE, 'webhooks'),
  },
  {
    name: 'Integrations',
    about:
      'What Zapier and others call: a POST where the triggers are makes something, a GET gives what a form may choose from. These calls take either spelling of a field, as all do, and answer a sentence where they refuse.',
    roots: [TRIGGERS.slice(1)],
  },
  {
    name: 'Integration searches',
    about: 'The newest hundred things that fit, or none: what is not there is no mistake.',
    roots: below(TRIGGERS, ...THINGS.map((thing) => `${thing}/find`)),
  },
  {
    name: 'Integration samples',
    about:
      'What a hook would be told of the newest thing there is, or a made-up one: a list of exactly one, for forms that are filled in before anything has happened.',
    roots: below(TRIGGERS, ...SAMPLES.map((thing) => `${thing}/fallback`)),
  },
  {
    name: 'Integration hooks',
    about:
      'Each message is one thing as its sample shows it. `X-Timetracker-Event` names the event, `X-Timetracker-Delivery` the message, and `X-Timetracker-Signature` is `sha256=` and the HMAC of the body in hexadecimal, under the secret of the hook. What is not taken with a 2xx is sent again; 410 deletes the hook.',
    roots: below(INTEGRATION, 'webhooks'),
  },
]
