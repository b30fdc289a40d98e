import type { ClientFields } from '../core/clients.ts'
import type { ProjectFields } from '../core/projects/write.ts'
import type { TaskFields } from '../core/tasks.ts'

/** Who and what the demo is about. Every name is invented, and every address ends in example.com. */

export const WORKSPACE = 'Example Studio (demo)'
export const PASSWORD = 'look around this demo'
/** How long it goes back. */
export const WEEKS = 26

export type PersonKey = 'ada' | 'ben' | 'cleo' | 'dora' | 'emil' | 'farah' | 'gus' | 'hana'

export type Person = {
  key: PersonKey
  name: string
  role: 'owner' | 'admin' | 'manager' | 'member' | 'viewer'
  zone: string
  designation: string
  department: string
  /** Hours of work from Monday to Sunday. */
  hours: readonly number[]
  /** When the day begins, local time. */
  begins: number
  /** By timer, or written down in the evening. */
  habit: 'timer' | 'evening'
  /** The client program; null is the web app. */
  wire: 'native' | 'timing'
  /** How often a day has a second shift that ends after midnight. */
  lateShifts: number
  projects: readonly [ProjectKey, ...ProjectKey[]]
}

const FULL = [8, 8, 8, 8, 7.5, 0, 0]

export const PEOPLE: readonly [Person, ...Person[]] = [
  {
    key: 'ada',
    name: 'Ada Example',
    role: 'owner',
    zone: 'Europe/Berlin',
    designation: 'Founder',
    department: 'Management',
    hours: FULL,
    begins: 8.5,
    habit: 'timer',
    wire: 'timing',
    lateShifts: 0.02,
    projects: ['sales', 'board', 'shop', 'strategy', 'shop-design', 'admin'],
  },
  {
    key: 'ben',
    name: 'Ben Sample',
    role: 'admin',
    zone: 'Europe/Berlin',
    designation: 'Office manager',
    department: 'Management',
    hours: [6, 6, 6, 6, 0, 0, 0],
    begins: 9,
    habit: 'evening',
    wire: 'native',
    lateShifts: 0,
    projects: ['admin', 'salaries', 'sales', 'hiring', 'admin'],
  },
  {
    key: 'cleo',
    name: 'Cleo Placeholder',
    role: 'manager',
    zone: 'Europe/London',
    designation: 'Project manager',
    department: 'Projects',
    hours: FULL,
    begins: 9,
    habit: 'timer',
    wire: 'native',
    lateShifts: 0.01,
    projects: ['shop', 'app', 'strategy', 'shop-design', 'app-release', 'sales'],
  },
  {
    key: 'dora',
    name: 'Dora Specimen',
    role: 'member',
    zone: 'America/New_York',
    designation: 'Developer',
    department: 'Engineering',
    hours: FULL,
    begins: 9.5,
    habit: 'timer',
    wire: 'native',
    lateShifts: 0.06,
    projects: ['app-api', 'app-release', 'shop-code', 'app', 'learning'],
  },
  {
    key: 'emil',
    name: 'Emil Template',
    role: 'member',
    zone: 'Europe/Berlin',
    designation: 'Designer',
    department: 'Design',
    hours: [8, 8, 4, 0, 0, 0, 0],
    begins: 10,
    habit: 'timer',
    wire: 'native',
    lateShifts: 0,
    projects: ['shop-design', 'poster', 'app-design', 'shop-design', 'relaunch'],
  },
  {
    key: 'farah',
    name: 'Farah Fixture',
    role: 'member',
    zone: 'Asia/Kolkata',
    designation: 'Developer',
    department: 'Engineering',
    hours: FULL,
    begins: 9.5,
    habit: 'evening',
    wire: 'native',
    lateShifts: 0.03,
    projects: ['shop-code', 'shop-payment', 'app-api', 'shop-code', 'relaunch', 'learning'],
  },
  {
    key: 'gus',
    name: 'Gus Dummy',
    role: 'member',
    zone: 'America/Los_Angeles',
    designation: 'Writer',
    department: 'Design',
    hours: [0, 5, 5, 5, 5, 0, 0],
    begins: 13,
    habit: 'timer',
    wire: 'native',
    lateShifts: 0.2,
    projects: ['poster', 'strategy', 'shop-design', 'relaunch', 'strategy'],
  },
  {
    key: 'hana',
    name: 'Hana Proxy',
    role: 'viewer',
    zone: 'Asia/Tokyo',
    designation: 'Accountant',
    department: 'Outside',
    hours: [0, 0, 0, 0, 0, 0, 0],
    begins: 9,
    habit: 'evening',
    wire: 'native',
    lateShifts: 0,
    projects: ['admin'],
  },
]

/** Days on which nobody works, as MM-DD. */
export const HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01',
  '05-01',
  '10-03',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
])

export const CLIENTS: Readonly<Record<string, ClientFields & { name: string }>> = {
  bakery: {
    name: 'Sample Bakery Ltd',
    contact_person: 'Basil Breadless',
    email: 'office@bakery.example.com',
    phone: '+44 20 7946 0123',
    address: '1 Nowhere Lane\nExampleton',
    type: 'company',
  },
  transit: {
    name: 'Imaginary Transit Co',
    contact_person: 'Tilda Timetable',
    email: 'projects@transit.example.com',
    notes: 'Invoices by the fifth of the month.',
    type: 'company',
  },
  museum: { name: 'Museum of Fictional History', email: 'desk@museum.example.com', type: 'company' },
  jo: { name: 'Jo Nobody', email: 'jo@example.com', type: 'individual' },
  former: { name: 'Lorem & Ipsum Publishing', type: 'company', is_active: false },
}

export type ProjectKey =
  | 'shop'
  | 'shop-design'
  | 'shop-code'
  | 'shop-payment'
  | 'app'
  | 'app-api'
  | 'app-design'
  | 'app-release'
  | 'strategy'
  | 'poster'
  | 'relaunch'
  | 'internal'
  | 'admin'
  | 'sales'
  | 'hiring'
  | 'learning'
  | 'board'
  | 'salaries'

export type ProjectPlan = {
  key: ProjectKey
  parent?: ProjectKey
  client?: keyof typeof CLIENTS
  fields: ProjectFields & { title: string }
  /** Work on it begins and ends with these days, counted from the first. */
  from?: number
  until?: number
  /** Who is in a private project, beside the owner who makes it. */
  members?: readonly PersonKey[]
  titles: readonly [string, ...string[]]
}

const HOUR = 3600

/** Parents before their children. */
export const PROJECTS: readonly ProjectPlan[] = [
  {
    key: 'shop',
    client: 'bakery',
    fields: {
      title: 'Online shop',
      code: 'BAK-01',
      color: '#E4572E',
      default_billing_status: 'billable',
      estimate_seconds: 900 * HOUR,
    },
    titles: ['Weekly call with the bakery', 'Plan the sprint', 'Answer the client', 'Review open points'],
  },
  {
    key: 'shop-design',
    parent: 'shop',
    fields: { title: 'Design', color: '#F3A712', default_billing_status: 'billable' },
    titles: [
      'Product page',
      'Checkout sketches',
      'Icons for the filters',
      'Design review',
      'Photos of loaves',
    ],
  },
  {
    key: 'shop-code',
    parent: 'shop',
    fields: { title: 'Development', color: '#A8C686', default_billing_status: 'billable' },
    titles: [
      'Cart',
      'Search by ingredient',
      'Fix rounding of totals',
      'Code review',
      'Write tests for the cart',
    ],
  },
  {
    key: 'shop-payment',
    parent: 'shop-code',
    from: 40,
    fields: { title: 'Payment', color: '#669BBC', default_billing_status: 'billable' },
    titles: ['Refunds', 'Sandbox of the payment provider', 'Receipts by mail'],
  },
  {
    key: 'app',
    client: 'transit',
    fields: {
      title: 'Timetable app',
      code: 'TRA-07',
      color: '#29335C',
      default_billing_status: 'billable',
      estimate_seconds: 1400 * HOUR,
    },
    titles: ['Stand-up', 'Roadmap', 'Demo for the client', 'Sort the backlog'],
  },
  {
    key: 'app-api',
    parent: 'app',
    fields: { title: 'API', color: '#3E7CB1', default_billing_status: 'billable' },
    titles: ['Delays feed', 'Cache of departures', 'Load test', 'Versioning', 'Chase a slow query'],
  },
  {
    key: 'app-design',
    parent: 'app',
    until: 120,
    fields: { title: 'Design', color: '#81A4CD', default_billing_status: 'billable' },
    titles: ['Dark mode', 'Map of stops', 'Talk to passengers'],
  },
  {
    key: 'app-release',
    parent: 'app-api',
    from: 60,
    fields: { title: 'Release', color: '#5C6F68', status: 'active' },
    titles: ['Release night', 'Release notes', 'Store screenshots', 'Watch the error rate'],
  },
  {
    key: 'strategy',
    client: 'museum',
    from: 20,
    fields: {
      title: 'Visitor strategy',
      code: 'MUS-02',
      color: '#7A5C61',
      default_billing_status: 'billable',
    },
    titles: ['Interviews', 'Workshop', 'Write the report', 'Reading'],
  },
  {
    key: 'poster',
    client: 'jo',
    fields: { title: 'Concert poster', color: '#C1839F', status: 'on_hold' },
    titles: ['Drafts', 'Print proof', 'Call with Jo'],
  },
  {
    key: 'relaunch',
    client: 'former',
    until: 45,
    fields: {
      title: 'Website relaunch',
      code: 'LOR-01',
      color: '#8D99AE',
      default_billing_status: 'billable',
    },
    titles: ['Last corrections', 'Hand-over', 'Redirects'],
  },
  {
    key: 'internal',
    fields: {
      title: 'Internal',
      color: '#6C757D',
      default_billing_status: 'not_billable',
      productivity_score: 0,
    },
    titles: ['Team meeting'],
  },
  {
    key: 'admin',
    parent: 'internal',
    fields: { title: 'Administration', color: '#ADB5BD', default_billing_status: 'not_billable' },
    titles: ['Invoices', 'E-mail', 'Contracts', 'Team meeting'],
  },
  {
    key: 'sales',
    parent: 'internal',
    fields: { title: 'Sales', color: '#2A9D8F', default_billing_status: 'not_billable' },
    titles: ['Offer', 'First call', 'Update the deck'],
  },
  {
    key: 'hiring',
    parent: 'internal',
    from: 90,
    fields: { title: 'Hiring', color: '#457B9D', default_billing_status: 'not_billable' },
    titles: ['Read applications', 'Interview'],
  },
  {
    key: 'learning',
    parent: 'internal',
    fields: {
      title: 'Learning',
      color: '#9C89B8',
      default_billing_status: 'not_billable',
      productivity_score: 0.5,
    },
    titles: ['Course', 'Read about SQLite', 'Conference talk'],
  },
  {
    key: 'board',
    fields: { title: 'Board', color: '#343A40', is_private: true, default_billing_status: 'not_billable' },
    members: ['ben'],
    titles: ['Quarterly figures', 'Talk to the bank'],
  },
  {
    key: 'salaries',
    parent: 'board',
    fields: { title: 'Salaries', color: '#495057', is_private: true, default_billing_status: 'not_billable' },
    members: ['ben'],
    titles: ['Payroll', 'Reviews'],
  },
]

export const ARCHIVED: { key: ProjectKey; day: number; reason: string } = {
  key: 'relaunch',
  day: 50,
  reason: 'Handed over',
}

export type TaskPlan = {
  project: ProjectKey
  by: PersonKey
  assignees: PersonKey[]
  /** The days on which it is begun and done, counted from the first. */
  begun?: number
  done?: number
  /** The day it is due, counted from the first. */
  due?: number
  fields: TaskFields & { name: string }
}

export const TASKS: readonly TaskPlan[] = [
  task('shop-design', 'Checkout in three steps', { assignees: ['emil'], begun: 5, done: 40, due: 45 }),
  task('shop-design', 'Photos of every product', { assignees: ['gus'], begun: 30 }),
  task('shop-code', 'Cart survives a reload', { assignees: ['farah'], begun: 3, done: 25, priority: 'high' }),
  task('shop-code', 'Search by ingredient', { assignees: ['farah', 'dora'], begun: 50, done: 95 }),
  task('shop-code', 'Allergens on labels', { assignees: ['farah'], due: 200, priority: 'urgent' }),
  task('shop-payment', 'Refund in parts', { assignees: ['farah'], begun: 80, due: 190 }),
  task('app-api', 'Delays feed, second version', { assignees: ['dora'], begun: 10, done: 70 }),
  task('app-api', 'Departures under 50 ms', { assignees: ['dora', 'farah'], begun: 100, priority: 'high' }),
  task('app-design', 'Dark mode', { assignees: ['emil'], begun: 15, done: 60 }),
  task('app-release', 'Release 1.0', { assignees: ['dora', 'cleo'], begun: 75, done: 120, due: 120 }),
  task('app-release', 'Release 1.1', { assignees: ['dora'], begun: 150, due: 188 }),
  task('strategy', 'Twelve interviews', { assignees: ['cleo', 'gus'], begun: 25, done: 100 }),
  task('strategy', 'Final report', { assignees: ['gus'], begun: 110, due: 195 }),
  task('hiring', 'Find a developer', { assignees: ['ben'], begun: 95, priority: 'high' }),
  task('admin', 'New coffee machine', { assignees: [], priority: 'low' }),
]

type TaskOptions = Pick<TaskPlan, 'assignees' | 'begun' | 'done' | 'due'> & Pick<TaskFields, 'priority'>

function task(project: ProjectKey, name: string, { priority, ...plan }: TaskOptions): TaskPlan {
  return { project, by: 'cleo', ...plan, fields: { name, priority } }
}

export const TAGS: readonly [string, ...string[]] = [
  'meeting',
  'on site',
  'bug',
  'research',
  'review',
  'rush',
  'writing',
  'support',
  'travel',
  'workshop',
]
