import { randomUUID } from 'node:crypto'
import { createBucket } from '../core/app-usage/buckets.ts'
import { recordUsage } from '../core/app-usage/record.ts'
import { createUsageRule } from '../core/app-usage/rules.ts'
import { createClient } from '../core/clients.ts'
import type { Ctx } from '../core/context.ts'
import { createEntry } from '../core/entries/write.ts'
import { createInvitation } from '../core/invitations.ts'
import { addMember } from '../core/members.ts'
import { createResetLink } from '../core/password-resets.ts'
import { setProjectMembers } from '../core/projects/members.ts'
import { createProject } from '../core/projects/write.ts'
import { createRate } from '../core/rates.ts'
import { createReportLink } from '../core/report-links.ts'
import { createSavedReport } from '../core/saved-reports.ts'
import { createTag } from '../core/tags.ts'
import { createTask } from '../core/tasks.ts'
import { findTimer, pauseTimer, startTimer } from '../core/timer.ts'
import { createToken } from '../core/tokens.ts'
import { sendPing } from '../core/webhooks/deliveries.ts'
import { createWebhook, deleteWebhook, listWebhooks } from '../core/webhooks/webhooks.ts'
import { createTeam } from '../core/workspaces.ts'
import type { Role } from '../db/schema.ts'
import { openTestServer, type Person, type TestServer } from './server.ts'

/** Who may call: the five roles of one team, those with keys that can do less, and people from outside. */
export const CALLERS = [
  'owner',
  'admin',
  'manager',
  'member',
  'viewer',
  // Runs the installation and belongs to no team of it.
  'operator',
  // Keys of the owner: one that may read everything, one with a scope that no route asks for, one of another workspace.
  'reader',
  'scopeless',
  'elsewhere',
  'nobody',
] as const

export type Caller = (typeof CALLERS)[number]

/** Whose thing a call is about. A private thing is a colleague's, on a project that is closed to others. */
export const SITUATIONS = ['own', 'colleague', 'private', 'foreign', 'unknown'] as const
export type Situation = (typeof SITUATIONS)[number]

/** An id that no row has. */
const UNKNOWN_ID = 2_000_000_000
const UNKNOWN_SECRET = 'x'.repeat(43)

type Team = { id: number; owner: Person; people: Person[]; colleague: Person }

/** A server with two teams that know nothing of each other, and everybody who may call. */
export type World = {
  server: TestServer
  /** The key of a caller; undefined for nobody. */
  secretOf(caller: Caller): string | undefined
  personOf(caller: Caller): Person
  /** The things a call is about, made when they are asked for. */
  things(caller: Caller, situation: Situation): Things
  close(): Promise<void>
}

/** Makes the things of one call. Each gives the id, or the secret, that the request is to name. */
export type Things = {
  situation: Situation
  person: Person
  workspace(): Promise<number>
  user(): Promise<number>
  member(): Promise<number>
  project(): Promise<number>
  /** A person on a project, by the number of their membership of the team. */
  projectMember(): Promise<{ project_id: number; member_id: number }>
  task(): Promise<number>
  /** A task with the project it is in. */
  projectTask(): Promise<{ project_id: number; task_id: number }>
  client(): Promise<number>
  tag(): Promise<number>
  entry(): Promise<number>
  token(): Promise<number>
  invitation(): Promise<number>
  invitationSecret(): Promise<string>
  resetSecret(): Promise<string>
  operation(): Promise<string>
  savedReport(isShared?: boolean): Promise<number>
  /** A link to one of the person's saved reports. */
  reportLink(isShared?: boolean): Promise<{ report_id: number; link_id: number }>
  reportSecret(): Promise<string>
  /** A finished export of the person's. */
  exportFile(): Promise<number>
  rate(): Promise<number>
  /** A webhook of the team, made through a wire with an address where it is told. */
  webhook(made?: { wire: string; url: string }): Promise<number>
  /** A delivery of a webhook, which waits to be sent. */
  delivery(): Promise<number>
  /** A sample of the person's app usage, a rule of theirs, and a bucket with an event in it. */
  usage(): Promise<number>
  usageRule(): Promise<number>
  bucket(): Promise<string>
  bucketEvent(): Promise<{ bucket_id: string; event_id: number }>
  /** Lets the person's timer run in the team, or be paused there. */
  timer(state?: 'running' | 'paused'): Promise<void>
  /** A team of the same people that nothing else uses, for calls that change or end it. */
  fresh(): Promise<void>
  /** A name nothing else has. */
  name(): string
}

const MEMBERS = ['admin', 'manager', 'member', 'viewer'] as const

export async function openWorld(settings: Record<string, string> = {}): Promise<World> {
  const server = await openTestServer(settings)
  const roles = { owner: await server.person(), ...(await people(server, MEMBERS)) }
  const operator = await server.person({ isAdmin: true })
  const colleague = await server.person()
  const stranger = await server.person()
  const strangersColleague = await server.person()
  const team = await newTeam(server, roles.owner, [
    ...MEMBERS.map((role) => [roles[role], role] as const),
    [colleague, 'member'],
  ])
  const foreign = await newTeam(server, stranger, [[strangersColleague, 'member']])
  const elsewhere = await createTeam(roles.owner.ctx(), { name: 'Elsewhere', timeZone: 'UTC' })

  const keyOf = async (scopes: string[], workspaceId: number | null = null) =>
    (await createToken(roles.owner.ctx(), { ...NEW_KEY, scopes, workspaceId })).secret
  const secrets: Record<Caller, string | undefined> = {
    owner: roles.owner.token,
    admin: roles.admin.token,
    manager: roles.manager.token,
    member: roles.member.token,
    viewer: roles.viewer.token,
    operator: operator.token,
    reader: await keyOf(['read:*']),
    scopeless: await keyOf(['read:deals']),
    elsewhere: await keyOf(['*'], elsewhere.workspace_id),
    nobody: undefined,
  }
  const personOf = (caller: Caller): Person => {
    if (caller === 'operator') return operator
    return caller === 'admin' || caller === 'manager' || caller === 'member' || caller === 'viewer'
      ? roles[caller]
      : roles.owner
  }

  return {
    server,
    secretOf: (caller) => secrets[caller],
    personOf,
    things(caller, situation) {
      const isForeign = situation === 'foreign' || situation === 'unknown'
      const home = isForeign ? foreign : team
      const isInTeam = caller !== 'operator'
      const own = isInTeam ? personOf(caller) : operator
      const person = situation === 'own' ? own : home.colleague
      return makeThings(server, { situation, person, team: home, stranger: isForeign || !isInTeam })
    },
    close: () => server.close(),
  }
}

const NEW_KEY = {
  name: 'key',
  kind: 'timing' as const,
  scopes: ['*'],
  workspaceId: null,
  expiresAt: null,
  allowedIps: [],
}

async function people<R extends string>(server: TestServer, roles: readonly R[]): Promise<Record<R, Person>> {
  const made = []
  for (const role of roles) made.push([role, await server.person()] as const)
  return Object.fromEntries(made) as Record<R, Person>
}

type Joining = readonly (readonly [Person, Exclude<Role, 'owner'>])[]

async function newTeam(server: TestServer, owner: Person, joining: Joining): Promise<Team> {
  const { workspace_id: id } = await createTeam(owner.ctx(), { name: 'Team', timeZone: 'UTC' })
  for (const [person, role] of joining)
    await addMember(server.system(), { workspace_id: id, user_id: person.user.id, role })
  const members = joining.map(([person]) => person)
  return { id, owner, people: [owner, ...members], colleague: members.at(-1) ?? owner }
}

type Setting = { situation: Situation; person: Person; team: Team; stranger: boolean }

/** A counter for names and for starts, so that no two things collide and no two entries overlap. */
let made = 0

function makeThings(server: TestServer, { situation, person, team: home, stranger }: Setting): Things {
  let team = home
  const isUnknown = situation === 'unknown'
  /** Somebody who is in the team: an outsider's "own" things there are those of its owner. */
  const insider = stranger && situation === 'own' ? home.owner : person
  const asOwner = (): Ctx => team.owner.ctx()
  const name = () => `Thing ${++made}`

  async function memberIdOf(user: Person): Promise<number> {
    const row = await server.house.db.kysely
      .selectFrom('member')
      .select('id')
      .where('workspace_id', '=', team.id)
      .where('user_id', '=', user.user.id)
      .executeTakeFirstOrThrow()
    return row.id
  }

  async function project(): Promise<number> {
    const isPrivate = situation === 'private'
    const ctx = isPrivate ? insider.ctx() : asOwner()
    return (await createProject(ctx, team.id, { title: name(), is_private: isPrivate })).id
  }

  async function entry(): Promise<number> {
    made += 1
    const started_at = Date.UTC(2026, 0, 1) + made * 60_000
    const projectId = situation === 'private' ? await project() : null
    const input = { workspace_id: team.id, project_id: projectId, title: name() }
    const times = { started_at, ended_at: started_at + 60_000 }
    // On a closed project only those who are in it, and the owner, can book.
    return (await createEntry(asOwner(), { ...input, ...times, user_id: insider.user.id })).id
  }

  /** Does something as a member, for those whose role would not let them any more. */
  async function asMember<T>(work: () => Promise<T>): Promise<T> {
    const members = () =>
      server.house.db.kysely
        .updateTable('member')
        .where('workspace_id', '=', team.id)
        .where('user_id', '=', insider.user.id)
        .where('role', 'in', ['viewer', 'member'])
    const { role } = await server.house.db.kysely
      .selectFrom('member')
      .select('role')
      .where('workspace_id', '=', team.id)
      .where('user_id', '=', insider.user.id)
      .executeTakeFirstOrThrow()
    if (role === 'viewer') await members().set({ role: 'member' }).execute()
    try {
      return await work()
    } finally {
      if (role === 'viewer') await members().set({ role: 'viewer' }).execute()
    }
  }

  async function savedReport(isShared = false): Promise<number> {
    const fields = { name: name(), question: { group_by: ['project'] }, is_shared: isShared }
    return (await createSavedReport(insider.ctx(), team.id, fields)).id
  }

  async function reportLink(isShared = false) {
    const reportId = await savedReport(isShared)
    const open = { showsAmounts: false, expiresAt: null }
    return { reportId, ...(await createReportLink(insider.ctx(), reportId, open)) }
  }

  async function usageIn(source: string): Promise<number> {
    made += 1
    const started_at = Date.UTC(2026, 0, 1) + made * 60_000
    const sample = { started_at, ended_at: started_at + 60_000, application: 'Sketchbook' }
    const [usage] = await recordUsage(person.ctx(), { device: 'laptop', source, samples: [sample] })
    return usage?.id ?? UNKNOWN_ID
  }

  async function usageRule(): Promise<number> {
    const { id: project_id } = await createProject(person.ctx(), person.workspaceId, { title: name() })
    const rule = { field: 'keyword', match: 'contains', value: name(), project_id } as const
    return (await createUsageRule(person.ctx(), rule)).id
  }

  async function bucket(): Promise<string> {
    const bucketName = `aw-watcher-window_${isUnknown ? UNKNOWN_ID : `10${++made}`}`
    if (isUnknown) return bucketName
    const about = { type: 'currentwindow', client: 'aw-watcher-window', device: 'laptop' }
    await createBucket(person.ctx(), { name: bucketName, ...about })
    return bucketName
  }

  async function webhook(made?: { wire: string; url: string }): Promise<number> {
    // A workspace has room for a hundred, so those before it go.
    const { rows } = await listWebhooks(asOwner(), { workspaceId: team.id }, { cursor: null, limit: 100 })
    for (const { id } of rows) await deleteWebhook(asOwner(), { id })
    const usual = { url: 'https://example.com/hook', wire: 'native' }
    const fields = { name: name(), events: ['*'], allowsPlainHttp: true, ...usual, ...made }
    return (await createWebhook(asOwner(), team.id, fields)).webhook.id
  }

  const known = (make: () => Promise<number>) => async () => (isUnknown ? UNKNOWN_ID : make())
  const knownText = (make: () => Promise<string>) => async () => (isUnknown ? UNKNOWN_SECRET : make())

  return {
    situation,
    person,
    name,
    workspace: known(async () => team.id),
    user: known(async () => person.user.id),
    member: known(() => memberIdOf(insider)),
    project: known(project),
    async projectMember() {
      if (isUnknown) return { project_id: 1_000_000, member_id: 1_000_000 }
      const id = await project()
      await setProjectMembers(asOwner(), id, [{ userId: insider.user.id, isManager: true }])
      return { project_id: id, member_id: await memberIdOf(insider) }
    },
    async projectTask() {
      if (isUnknown) return { project_id: UNKNOWN_ID, task_id: UNKNOWN_ID }
      const project_id = await project()
      return { project_id, task_id: (await createTask(asOwner(), project_id, { name: name() })).id }
    },
    task: known(async () => (await createTask(asOwner(), await project(), { name: name() })).id),
    client: known(async () => (await createClient(asOwner(), team.id, { name: name() })).id),
    tag: known(async () => (await createTag(asOwner(), team.id, { name: name() })).id),
    entry: known(entry),
    token: known(async () => (await createToken(person.ctx(), NEW_KEY)).token.id),
    invitation: known(async () => {
      const input = { email: `${randomUUID()}@example.com`, role: 'member' as const, byMail: false }
      return (await createInvitation(asOwner(), team.id, input)).invitation.id
    }),
    invitationSecret: knownText(async () => {
      const host = person === team.owner ? home.colleague : team.owner
      const { workspace_id } = await createTeam(host.ctx(), { name: 'Another team', timeZone: 'UTC' })
      const input = { email: person.email, role: 'member' as const, byMail: false }
      return (await createInvitation(host.ctx(), workspace_id, input)).secret
    }),
    savedReport: (isShared) => known(() => savedReport(isShared))(),
    async reportLink(isShared) {
      const { reportId, link } = await reportLink(isShared)
      return isUnknown
        ? { report_id: UNKNOWN_ID, link_id: UNKNOWN_ID }
        : { report_id: reportId, link_id: link.id }
    },
    reportSecret: knownText(async () => (await reportLink()).secret),
    exportFile: known(async () => {
      const { kysely } = server.house.db
      const { id } = await kysely
        .insertInto('report_export')
        .values({
          user_id: person.user.id,
          workspace_id: null,
          name: name(),
          request: '{}',
          format: 'csv',
          status: 'done',
          rows_total: null,
          size_bytes: 4,
          error: null,
          created_at: server.clock.now,
          finished_at: server.clock.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const part = { export_id: id, position: 0, bytes: Buffer.from('a,b\n') }
      await kysely.insertInto('report_export_part').values(part).execute()
      return id
    }),
    rate: known(async () => {
      const place = { workspace_id: team.id, kind: 'billable' as const, project_id: await project() }
      return (await createRate(asOwner(), { ...place, amount: 5000 })).id
    }),
    webhook: (hook) => known(() => webhook(hook))(),
    delivery: known(async () => (await sendPing(asOwner(), await webhook())).id),
    resetSecret: knownText(async () => (await createResetLink(server.system(), person.user.id)).secret),
    operation: knownText(async () => {
      const ctx = insider.ctx()
      made += 1
      const started_at = Date.UTC(2026, 0, 1) + made * 60_000
      const input = { workspace_id: team.id, title: name(), started_at, ended_at: started_at + 60_000 }
      await asMember(() => createEntry(ctx, input))
      return ctx.operation.id
    }),
    usage: known(() => usageIn('windows')),
    usageRule: known(usageRule),
    bucket,
    async bucketEvent() {
      const bucket_id = await bucket()
      return { bucket_id, event_id: isUnknown ? UNKNOWN_ID : await usageIn(bucket_id) }
    },
    async timer(state = 'running') {
      if (stranger) return
      await asMember(async () => {
        const running = await findTimer(insider.ctx())
        if (running?.workspace_id === team.id && (running.paused_at !== null) === (state === 'paused')) return
        await startTimer(insider.ctx(), { workspace_id: team.id, title: name() })
        if (state === 'paused') await pauseTimer(insider.ctx())
      })
    },
    async fresh() {
      if (isUnknown || situation === 'foreign') return
      const roles = await server.house.db.kysely
        .selectFrom('member')
        .select(['user_id', 'role'])
        .where('workspace_id', '=', home.id)
        .execute()
      const roleOf = (each: Person) => roles.find(({ user_id }) => user_id === each.user.id)?.role
      const joining = home.people.flatMap((each) => {
        const role = roleOf(each)
        return role === undefined || role === 'owner' ? [] : [[each, role] as const]
      })
      team = await newTeam(server, home.owner, joining)
    },
  }
}
