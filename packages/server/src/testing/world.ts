import { randomUUID } from 'node:crypto'
import { membershipsOf } from '../core/access.ts'
import { createBucket } from '../core/app-usage/buckets.ts'
import { recordUsage } from '../core/app-usage/record.ts'
import { createUsageRule } from '../core/app-usage/rules.ts'
import { createClient } from '../core/clients.ts'
import type { Ctx } from '../core/context.ts'
import { createEntry } from '../core/entries/write.ts'
import { createInvitation } from '../core/invitations.ts'
import { getMe } from '../core/me.ts'
import { addMember } from '../core/members.ts'
import { createResetLink } from '../core/password-resets.ts'
import { setProjectMembers } from '../core/projects/members.ts'
import { createProject } from '../core/projects/write.ts'
import { enqueue } from '../core/queue.ts'
import { createRate } from '../core/rates.ts'
import { createReportLink } from '../core/report-links.ts'
import { createSavedReport } from '../core/saved-reports.ts'
import { hashSecret } from '../core/secrets.ts'
import { linkIdentity } from '../core/identities.ts'
import { createSession, listSessions } from '../core/sessions.ts'
import { createTag } from '../core/tags.ts'
import { createTask } from '../core/tasks.ts'
import { findTimer, pauseTimer, startTimer, stopTimer } from '../core/timer.ts'
import { createToken, type NewToken } from '../core/tokens.ts'
import { sendPing } from '../core/webhooks/deliveries.ts'
import { createOwnWebhook, listOwnWebhooks } from '../core/webhooks/own-webhooks.ts'
import { createWebhook, deleteWebhook, listWebhooks } from '../core/webhooks/webhooks.ts'
import { createTeam } from '../core/workspaces.ts'
import type { Role } from '../db/schema.ts'
import { makeSample, sampleWorkspaceOf } from '../demo/sample.ts'
import { type ApprovalThings, approvalThings } from './approval-things.ts'
import { type CrmThings, crmThings } from './crm-things.ts'
import { openTestServer, type Person, type TestServer } from './server.ts'
import { type SignInThings, signInThings } from './sign-in-things.ts'

/** Who may call: the five roles of one team, those with keys that can do less, and people from outside. */
export const CALLERS = [
  'owner',
  'admin',
  'manager',
  'member',
  'viewer',
  // Runs the installation and belongs to no team of it.
  'operator',
  // Keys of the owner: one that may read everything, one without any scope, one of another workspace.
  'reader',
  'scopeless',
  'elsewhere',
  'nobody',
] as const

export type Caller = (typeof CALLERS)[number]

/** What a caller's key is for: all workspaces of its owner, or the team alone. */
export type KeyReach = 'everything' | 'team'

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
  secretOf(caller: Caller, reach?: KeyReach): string | undefined
  personOf(caller: Caller): Person
  /** The things a call is about, made when they are asked for. */
  things(caller: Caller, situation: Situation): Things
  close(): Promise<void>
}

/** Makes the things of one call. Each gives the id, or the secret, that the request is to name. */
export type Things = ApprovalThings &
  CrmThings &
  SignInThings & {
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
    /** Sample data of the person's own. */
    sampleData(): Promise<void>
    /** A browser the person is signed in with. */
    session(): Promise<number>
    /** An account at a provider that opens the person's. */
    identity(): Promise<number>
    /** A job that was given up. */
    job(): Promise<number>
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
    /** A webhook of the person's own, made through a wire. */
    ownWebhook(wire: string): Promise<number>
    /** A delivery of a webhook, which waits to be sent. */
    delivery(): Promise<number>
    /** A sample of the person's app usage, a rule of theirs, and a bucket with an event in it. */
    usage(): Promise<number>
    usageRule(): Promise<number>
    bucket(): Promise<string>
    bucketEvent(): Promise<{ bucket_id: string; event_id: number }>
    /** Lets the person's timer run in the team, or be paused there. */
    timer(state?: 'running' | 'paused'): Promise<void>
    /** Lets no timer of the caller's run. */
    idle(): Promise<void>
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

  const keyOf = async (person: Person, changes: Partial<NewToken>) =>
    (await createToken(person.ctx(), { ...NEW_KEY, ...changes })).secret
  /** Nobody is given such a key; every scope but those of a key is asked for by some route. */
  async function keyWithoutScopes(changes: Partial<NewToken>): Promise<string> {
    const secret = await keyOf(roles.owner, { ...changes, scopes: ['read:deals'] })
    await server.house.db.kysely
      .updateTable('token')
      .set({ scopes: '[]' })
      .where('secret_hash', '=', hashSecret(secret))
      .execute()
    return secret
  }
  /** The keys of the owner that are another in each way. */
  async function narrowKeys(changes: Partial<NewToken>) {
    return {
      reader: await keyOf(roles.owner, { ...changes, scopes: ['read:*'] }),
      scopeless: await keyWithoutScopes(changes),
      elsewhere: await keyOf(roles.owner, { ...changes, workspaceId: elsewhere.workspace_id }),
      nobody: undefined,
    }
  }
  const forTeam = { kind: 'timetracker', workspaceId: team.id } as const
  const secrets: Record<KeyReach, Record<Caller, string | undefined>> = {
    everything: {
      owner: roles.owner.token,
      admin: roles.admin.token,
      manager: roles.manager.token,
      member: roles.member.token,
      viewer: roles.viewer.token,
      operator: operator.token,
      ...(await narrowKeys({})),
    },
    team: {
      owner: await keyOf(roles.owner, forTeam),
      admin: await keyOf(roles.admin, forTeam),
      manager: await keyOf(roles.manager, forTeam),
      member: await keyOf(roles.member, forTeam),
      viewer: await keyOf(roles.viewer, forTeam),
      operator: await keyOf(operator, { kind: 'timetracker' }),
      ...(await narrowKeys(forTeam)),
    },
  }
  const personOf = (caller: Caller): Person => {
    if (caller === 'operator') return operator
    return caller === 'admin' || caller === 'manager' || caller === 'member' || caller === 'viewer'
      ? roles[caller]
      : roles.owner
  }

  return {
    server,
    secretOf: (caller, reach = 'everything') => secrets[reach][caller],
    personOf,
    things(caller, situation) {
      const isForeign = situation === 'foreign' || situation === 'unknown'
      const home = isForeign ? foreign : team
      const isInTeam = caller !== 'operator'
      const own = isInTeam ? personOf(caller) : operator
      const person = situation === 'own' ? own : home.colleague
      const stranger = isForeign || !isInTeam
      return makeThings(server, { situation, person, team: home, stranger, caller: own })
    },
    close: () => server.close(),
  }
}

const NEW_KEY: NewToken = {
  name: 'key',
  kind: 'timing',
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

type Setting = { situation: Situation; person: Person; team: Team; stranger: boolean; caller: Person }

/** What the things of every kind are made with. */
export type Bench = {
  team: () => Team
  /** Whose things they are, who is in the team. */
  insider: Person
  /** Who calls; the owner of the team where the caller is not in it. */
  caller: Person
  /** Does something as a member of the team, for those whose role would not let them any more. */
  asMember: <T>(person: Person, work: () => Promise<T>) => Promise<T>
  /** An id that is made for it, or that no row has where the situation says so. */
  known: (make: () => Promise<number>) => () => Promise<number>
  name: () => string
  /** A finished entry of the insider. */
  entry: () => Promise<number>
}

/** A counter for names and for starts, so that no two things collide and no two entries overlap. */
let made = 0

function makeThings(server: TestServer, setting: Setting): Things {
  const { situation, person, team: home, stranger } = setting
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

  async function asMember<T>(who: Person, work: () => Promise<T>): Promise<T> {
    const members = () =>
      server.house.db.kysely
        .updateTable('member')
        .where('workspace_id', '=', team.id)
        .where('user_id', '=', who.user.id)
        .where('role', 'in', ['viewer', 'member'])
    const { role } = await server.house.db.kysely
      .selectFrom('member')
      .select('role')
      .where('workspace_id', '=', team.id)
      .where('user_id', '=', who.user.id)
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

  async function ownWebhook(wire: string): Promise<number> {
    const { rows } = await listOwnWebhooks(person.ctx(), {}, { cursor: null, limit: 100 })
    for (const { id } of rows) await deleteWebhook(person.ctx(), { id })
    const url = 'https://example.com/hook'
    const fields = { name: name(), events: ['entry.*'], allowsPlainHttp: true, url, wire }
    return (await createOwnWebhook(person.ctx(), fields)).webhook.id
  }

  const known = (make: () => Promise<number>) => async () => (isUnknown ? UNKNOWN_ID : make())
  const knownText = (make: () => Promise<string>) => async () => (isUnknown ? UNKNOWN_SECRET : make())

  const bench: Bench = {
    team: () => team,
    insider,
    caller: home.people.includes(setting.caller) ? setting.caller : home.owner,
    asMember,
    known,
    name,
    entry,
  }
  return {
    ...approvalThings(bench),
    ...crmThings(bench),
    ...signInThings(server, person, bench),
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
    async sampleData() {
      const ctx = person.ctx()
      if (sampleWorkspaceOf(await getMe(ctx), await membershipsOf(ctx)) === null)
        await makeSample(person.ctx())
    },
    session: known(async () => {
      await createSession(person.ctx(), person.user, { userAgent: name(), ip: '127.0.0.1' })
      const { rows } = await listSessions(person.ctx(), { cursor: null, limit: 1 })
      return rows[0]?.id ?? 0
    }),
    identity: known(async () => {
      const claims = { issuer: 'https://login.example.org', subject: randomUUID(), email: null, name: null }
      return (await linkIdentity(person.ctx(), { ...claims, isEmailVerified: false })).id
    }),
    job: known(async () => {
      const { kysely } = server.house.db
      await enqueue(server.system(), 'send-mail', { to: person.email, letter: 'invitation', secret: name() })
      const { id } = await kysely
        .updateTable('job')
        .set({ failed_at: server.clock.now })
        .where(
          'id',
          '=',
          kysely.selectFrom('job').select(({ fn }) => fn.max('id').as('id')),
        )
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    }),
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
    ownWebhook: (wire) => known(() => ownWebhook(wire))(),
    delivery: known(async () => (await sendPing(asOwner(), await webhook())).id),
    resetSecret: knownText(async () => (await createResetLink(server.system(), person.user.id)).secret),
    operation: knownText(async () => {
      const ctx = insider.ctx()
      made += 1
      const started_at = Date.UTC(2026, 0, 1) + made * 60_000
      const input = { workspace_id: team.id, title: name(), started_at, ended_at: started_at + 60_000 }
      await asMember(insider, () => createEntry(ctx, input))
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
      await asMember(insider, async () => {
        const running = await findTimer(insider.ctx())
        if (running?.workspace_id === team.id && (running.paused_at !== null) === (state === 'paused')) return
        await startTimer(insider.ctx(), { workspace_id: team.id, title: name() })
        if (state === 'paused') await pauseTimer(insider.ctx())
      })
    },
    async idle() {
      const { caller } = bench
      if (await findTimer(caller.ctx())) await asMember(caller, () => stopTimer(caller.ctx()))
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
