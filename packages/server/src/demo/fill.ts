import { setBudget } from '../core/budgets.ts'
import { createClient } from '../core/clients.ts'
import { type Ctx, transact } from '../core/context.ts'
import type { Entry } from '../core/entries/entry.ts'
import { createEntry, deleteEntry, updateEntries, updateEntry } from '../core/entries/write.ts'
import { conflict } from '../core/errors.ts'
import { addMember, listMembers, updateMember } from '../core/members.ts'
import { setProjectMembers } from '../core/projects/members.ts'
import { createProject, updateProject } from '../core/projects/write.ts'
import { addDays, localDay } from '../core/rules/local-time.ts'
import { isSetUp } from '../core/sign-up.ts'
import { createRate } from '../core/rates.ts'
import { createTag } from '../core/tags.ts'
import { createTask, updateTask } from '../core/tasks.ts'
import { pauseTimer, resumeTimer, startTimer, stopTimer } from '../core/timer.ts'
import { createUser, findUserByEmail, updateMe } from '../core/users.ts'
import { createTeam, updateWorkspace } from '../core/workspaces.ts'
import {
  ARCHIVED,
  CLIENTS,
  PASSWORD,
  PEOPLE,
  type Person,
  PROJECTS,
  TAGS,
  TASKS,
  WORKSPACE,
  type PersonKey,
} from './cast.ts'
import { at, firstDay, type Piece, piecesOf } from './days.ts'
import { officeSteps } from './office.ts'
import { as, moment, OWNER, type Stage, type Step } from './stage.ts'

const MINUTE = 60_000

/**
 * Fills a team workspace with half a year of a team of eight, ending now, through the same verbs as everybody and with
 * a clock that moves: events, undo and history are as if it had happened. It is made whole or not at all.
 */
export async function fillDemo(ctx: Ctx): Promise<object[]> {
  for (const person of PEOPLE) {
    if (!(await findUserByEmail(ctx, emailOf(person)))) continue
    throw conflict(
      'email_taken',
      `The demo is already here: sign in as ${emailOf(OWNER)}, or begin with an empty database to make it anew.`,
    )
  }
  return transact(ctx, async (ctx) => {
    const stage = await setStage(ctx)
    const steps = [...workSteps(stage), ...projectSteps(stage), ...monthSteps(stage), ...officeSteps(stage)]
    for (const step of steps.sort((a, b) => a.at - b.at)) await step.run()
    await startRunning(stage)
    return [
      {
        workspace_id: stage.workspaceId,
        name: WORKSPACE,
        email: emailOf(OWNER),
        password: PASSWORD,
        from: stage.first,
        to: stage.today,
      },
      ...PEOPLE.map((person) => ({
        email: emailOf(person),
        name: person.name,
        role: person.role,
        time_zone: person.zone,
      })),
    ]
  })
}

function emailOf({ key }: Person): string {
  return `${key}@example.com`
}

// ---- what is there on the first day ----

async function setStage(ctx: Ctx): Promise<Stage> {
  const today = localDay(ctx.now, OWNER.zone)
  const first = firstDay(today)
  const start = at(addDays(first, -3), 9, OWNER.zone)
  const isFirstAccount = !(await isSetUp(ctx))
  const userIds = new Map<PersonKey, number>()
  for (const person of PEOPLE) {
    const user = await createUser(
      { ...ctx, ...moment(start) },
      {
        email: emailOf(person),
        password: PASSWORD,
        name: person.name,
        timeZone: person.zone,
        isAdmin: isFirstAccount && person === OWNER,
      },
    )
    userIds.set(person.key, user.id)
  }
  const owner = () => as({ ctx, userIds }, OWNER.key, start)
  const { workspace_id: workspaceId } = await createTeam(owner(), { name: WORKSPACE, timeZone: OWNER.zone })
  const stage: Stage = {
    ctx,
    today,
    first,
    workspaceId,
    userIds,
    projectIds: new Map(),
    clientIds: new Map(),
    taskIds: new Map(),
    entries: new Map(),
  }
  await seatMembers(stage, start)
  for (const name of TAGS) await createTag(owner(), workspaceId, { name })
  await makeProjects(stage, start)
  await makeTasks(stage, start)
  await setRates(stage, start)
  return stage
}

async function seatMembers(stage: Stage, start: number): Promise<void> {
  const { ctx, workspaceId, userIds } = stage
  for (const { key, role } of PEOPLE) {
    const user_id = userIds.get(key) ?? 0
    if (role !== 'owner')
      await addMember({ ...ctx, ...moment(start) }, { workspace_id: workspaceId, user_id, role })
    await updateMe(as(stage, key, start), { default_workspace_id: workspaceId })
  }
  const { rows } = await listMembers(as(stage, OWNER.key, start), workspaceId, {
    limit: PEOPLE.length,
    cursor: null,
  })
  for (const member of rows) {
    const person = PEOPLE.find(({ key }) => userIds.get(key) === member.user_id)
    if (!person) continue
    const { designation, department } = person
    await updateMember(
      as(stage, OWNER.key, start),
      { workspaceId, memberId: member.id },
      { designation, department },
    )
  }
}

async function makeProjects(stage: Stage, start: number): Promise<void> {
  const owner = () => as(stage, OWNER.key, start)
  for (const [key, fields] of Object.entries(CLIENTS)) {
    stage.clientIds.set(key, (await createClient(owner(), stage.workspaceId, fields)).id)
  }
  for (const { key, parent, client, fields, members } of PROJECTS) {
    const project = await createProject(owner(), stage.workspaceId, {
      ...fields,
      parent_id: parent === undefined ? null : stage.projectIds.get(parent),
      client_id: client === undefined ? undefined : stage.clientIds.get(client),
    })
    stage.projectIds.set(key, project.id)
    if (!members) continue
    const inIt = [OWNER.key, ...members].map((each) => ({
      userId: stage.userIds.get(each) ?? 0,
      isManager: each === OWNER.key,
    }))
    await setProjectMembers(owner(), project.id, inIt)
  }
}

async function makeTasks(stage: Stage, start: number): Promise<void> {
  for (const { project, by, assignees, due, fields } of TASKS) {
    const task = await createTask(as(stage, by, start), stage.projectIds.get(project) ?? 0, {
      ...fields,
      due_on: due === undefined ? null : addDays(stage.first, due),
      assignee_ids: assignees.map((key) => stage.userIds.get(key) ?? 0),
    })
    stage.taskIds.set(fields.name, task.id)
  }
}

/** What the studio charges and pays, a rise in the middle, and two budgets. */
async function setRates(stage: Stage, start: number): Promise<void> {
  const owner = () => as(stage, OWNER.key, start)
  const studio = { workspace_id: stage.workspaceId, currency: 'EUR' }
  await createRate(owner(), { ...studio, kind: 'billable', amount: 9500 })
  await createRate(owner(), { ...studio, kind: 'cost', amount: 5200 })
  const [shop, app] = [stage.projectIds.get('shop'), stage.projectIds.get('app')]
  const rise = addDays(stage.first, 90)
  await createRate(owner(), { ...studio, kind: 'billable', amount: 10_500, effective_from: rise })
  if (shop === undefined || app === undefined) return
  await createRate(owner(), { ...studio, kind: 'billable', amount: 11_000, project_id: app })
  await setBudget(owner(), { id: shop }, { amount: 18_000_000 })
  await setBudget(owner(), { id: app }, { seconds: 160 * 3600, period: 'month' })
}

// ---- what happens then ----

function daysOf({ first, today }: Stage): string[] {
  const days: string[] = []
  // Where people live it may be tomorrow already.
  for (let day = first; day <= addDays(today, 1); day = addDays(day, 1)) days.push(day)
  return days
}

function workSteps(stage: Stage): Step[] {
  const pieces = daysOf(stage).flatMap((day, number) =>
    PEOPLE.flatMap((person) => piecesOf(person, day, number)),
  )
  return pieces
    .filter((piece) => piece.endedAt < stage.ctx.now - MINUTE)
    .flatMap((piece) => stepsOf(stage, piece))
}

function stepsOf(stage: Stage, piece: Piece): Step[] {
  const { startedAt, endedAt, pause, person } = piece
  const fields = fieldsOf(stage, piece)
  if (!piece.isTimed) {
    const loggedAt = Math.min(Math.max(piece.loggedAt, endedAt), stage.ctx.now)
    const times = { started_at: startedAt, ended_at: endedAt, break_seconds: pause }
    return [
      {
        at: loggedAt,
        run: async () =>
          keep(stage, piece, await createEntry(as(stage, person.key, loggedAt), { ...fields, ...times })),
      },
    ]
  }
  const middle = startedAt + Math.floor((endedAt - startedAt - pause * 1000) / 2)
  const resumed = middle + pause * 1000
  const steps: Step[] = [
    { at: startedAt, run: () => startTimer(as(stage, person.key, startedAt), fields) },
    { at: endedAt, run: async () => keep(stage, piece, await stopTimer(as(stage, person.key, endedAt))) },
  ]
  if (pause === 0) return steps
  return [
    ...steps,
    { at: middle, run: () => pauseTimer(as(stage, person.key, middle)) },
    { at: resumed, run: () => resumeTimer(as(stage, person.key, resumed)) },
  ]
}

function fieldsOf(stage: Stage, piece: Piece) {
  return {
    workspace_id: piece.isPrivate ? ('personal' as const) : stage.workspaceId,
    project_id: piece.project === null ? null : stage.projectIds.get(piece.project),
    task_id: piece.task === null ? null : stage.taskIds.get(piece.task),
    title: piece.title,
    notes: piece.notes,
    tags: piece.tags,
    lastWord: piece.isPrivate ? ('not_billable' as const) : ('billable' as const),
  }
}

async function keep(stage: Stage, piece: Piece, entry: Entry): Promise<void> {
  const next = () => as(stage, piece.person.key, entry.updated_at)
  if (piece.isMistake) return deleteEntry(next(), { id: entry.id })
  if (piece.isUndetermined) await updateEntry(next(), { id: entry.id }, { billing_status: null })
  if (piece.isPrivate || piece.isUndetermined) return
  const { id, started_on, billing_status } = entry
  stage.entries.set(id, { id, started_on, billing_status })
}

/** Tasks go on, and one project comes to its end. */
function projectSteps(stage: Stage): Step[] {
  const steps: Step[] = []
  function on(day: number | undefined, run: (at: number) => Promise<unknown>): void {
    if (day === undefined) return
    const then = at(addDays(stage.first, day), 17, OWNER.zone)
    if (then < stage.ctx.now) steps.push({ at: then, run: () => run(then) })
  }
  for (const { by, begun, done, fields } of TASKS) {
    const id = stage.taskIds.get(fields.name) ?? 0
    on(begun, (then) => updateTask(as(stage, by, then), { id }, { status: 'in_progress' }))
    on(done, (then) => updateTask(as(stage, by, then), { id }, { status: 'done' }))
  }
  const archive = { is_archived: true, archive_reason: ARCHIVED.reason, status: 'completed' as const }
  on(ARCHIVED.day, (then) =>
    updateProject(as(stage, OWNER.key, then), { id: stage.projectIds.get(ARCHIVED.key) ?? 0 }, archive),
  )
  return steps
}

const BOOKKEEPING_DAY = 5

/** On the fifth of each month: last month is billed, the one before is paid, and what is paid is locked. */
function monthSteps(stage: Stage): Step[] {
  return daysOf(stage)
    .filter((day) => Number(day.slice(8)) === BOOKKEEPING_DAY)
    .map((day) => ({ day, at: at(day, 9.5, OWNER.zone) }))
    .filter((step) => step.at < stage.ctx.now)
    .map(({ day, at: then }) => ({ at: then, run: () => closeBooks(stage, day, then) }))
}

async function closeBooks(stage: Stage, day: string, then: number): Promise<void> {
  const lastMonth = addDays(day, -BOOKKEEPING_DAY).slice(0, 7)
  await setStatus(stage, then, { before: `${lastMonth}-01`, from: 'billed', to: 'paid' })
  await setStatus(stage, then, { before: `${day.slice(0, 7)}-01`, from: 'billable', to: 'billed' })
  await updateWorkspace(
    as(stage, OWNER.key, then),
    { id: stage.workspaceId },
    { locked_before: `${lastMonth}-01` },
  )
}

const ENTRIES_AT_ONCE = 500

type StatusChange = { before: string; from: 'billable' | 'billed'; to: 'billed' | 'paid' }

async function setStatus(stage: Stage, then: number, { before, from, to }: StatusChange): Promise<void> {
  const due = [...stage.entries.values()].filter(
    (entry) => entry.billing_status === from && entry.started_on < before,
  )
  for (let start = 0; start < due.length; start += ENTRIES_AT_ONCE) {
    const ids = due.slice(start, start + ENTRIES_AT_ONCE).map((entry) => entry.id)
    await updateEntries(as(stage, OWNER.key, then), { ids, owner: 'anybody' }, { billing_status: to })
  }
  for (const entry of due) entry.billing_status = to
}

/** The owner is at work right now, since the last thing that was finished, or for three quarters of an hour. */
async function startRunning(stage: Stage): Promise<void> {
  const { now } = stage.ctx
  const own = [addDays(stage.today, -1), stage.today].flatMap((day) => piecesOf(OWNER, day, 0))
  const ended = own.map((piece) => piece.endedAt).filter((end) => end < now)
  const startedAt = Math.max(now - 47 * MINUTE, ...ended)
  await startTimer(as(stage, OWNER.key, startedAt), {
    project_id: stage.projectIds.get('strategy'),
    title: 'Prepare the workshop',
    tags: ['workshop'],
  })
}
