import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { addMember } from '../members.ts'
import { createProject } from '../projects/write.ts'
import { findTimer, pauseTimer, startTimer } from '../timer.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import { durationSeconds } from '../rules/duration.ts'
import type { Entry } from './entry.ts'
import { listEntries } from './read.ts'
import { createEntry, updateEntry } from './write.ts'

let server: TestServer
let ann: Person

const nine = Date.UTC(2026, 2, 2, 9)
const minute = 60_000

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  server.clock.now = nine + 600 * minute
})
afterAll(() => server.close())

/** A stretch in minutes after nine. */
const from = (start: number, end: number) => ({
  started_at: nine + start * minute,
  ended_at: nine + end * minute,
})

async function timeline(person = ann): Promise<Entry[]> {
  const { rows } = await listEntries(person.ctx(), { whose: 'mine' }, { cursor: null, limit: 100 })
  return rows.toReversed()
}

const stretches = (entries: Entry[]) =>
  entries.map((entry) => [
    entry.title,
    (entry.started_at - nine) / minute,
    entry.ended_at === null ? null : (entry.ended_at - nine) / minute,
  ])

async function eventsOf(operationId: string) {
  const rows = await server.house.db.kysely
    .selectFrom('event')
    .select(['kind', 'subject_id'])
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .execute()
  return rows.map((row) => [row.kind, row.subject_id])
}

describe('entries may overlap', () => {
  test('where nobody says otherwise', async () => {
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'A' })
    await createEntry(ann.ctx(), { ...from(30, 90), title: 'B' })
    expect(stretches(await timeline())).toEqual([
      ['A', 0, 60],
      ['B', 30, 90],
    ])
  })
})

describe('an overlap is refused', () => {
  test.each([
    ['a part', 30, 90, true],
    ['an entry around it', -10, 70, true],
    ['a second', 59, 61, true],
    ['touching the end', 60, 90, false],
    ['touching the start', -30, 0, false],
    ['an empty entry inside', 30, 30, false],
  ])('for %s: %i to %i is %s', async (_, start, end, isRefused) => {
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'A' })
    const second = createEntry(ann.ctx(), { ...from(start, end), overlap: 'refuse' })
    if (!isRefused) return expect(second).resolves.toBeDefined()
    await expect(second).rejects.toMatchObject({ code: 'conflict', reason: 'overlap' })
    expect(await timeline()).toHaveLength(1)
  })

  test('also with the timer, which reaches to now', async () => {
    await startTimer(ann.ctx(), { started_at: nine + 500 * minute })
    const during = createEntry(ann.ctx(), { ...from(550, 560), overlap: 'refuse' })
    await expect(during).rejects.toMatchObject({ reason: 'overlap' })
    await expect(createEntry(ann.ctx(), { ...from(600, 660), overlap: 'refuse' })).resolves.toBeDefined()
  })

  test('when an entry is moved into another, but not with itself', async () => {
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'A' })
    const entry = await createEntry(ann.ctx(), { ...from(60, 120), title: 'B' })
    const into = updateEntry(ann.ctx(), { id: entry.id }, { ...from(30, 90), overlap: 'refuse' })
    await expect(into).rejects.toMatchObject({ reason: 'overlap' })
    const longer = updateEntry(ann.ctx(), { id: entry.id }, { ...from(70, 130), overlap: 'refuse' })
    await expect(longer).resolves.toBeDefined()
  })

  test('when a timer starts in the past of another entry', async () => {
    await createEntry(ann.ctx(), from(540, 590))
    const start = startTimer(ann.ctx(), { started_at: nine + 580 * minute, overlap: 'refuse' })
    await expect(start).rejects.toMatchObject({ reason: 'overlap' })
  })

  test('by a workspace that asks for it, whatever the caller allows, also on a move there', async () => {
    const team = await server.team(ann)
    const project = await createProject(ann.ctx(), team.id, { title: 'Strict' })
    await updateWorkspace(ann.ctx(), { id: team.id }, { refuses_overlap: true })
    const home = await createEntry(ann.ctx(), from(0, 60))
    const overlap = { code: 'conflict', reason: 'overlap' }
    for (const asked of [undefined, 'allow', 'refuse'] as const) {
      const there = createEntry(ann.ctx(), { ...from(30, 90), workspace_id: team.id, overlap: asked })
      await expect(there).rejects.toMatchObject(overlap)
    }
    await createEntry(ann.ctx(), from(30, 90))
    const moved = updateEntry(ann.ctx(), { id: home.id }, { project_id: project.id })
    await expect(moved).rejects.toMatchObject(overlap)
  })

  test('between one’s own entries only', async () => {
    const team = await server.team(ann, 'member')
    await createEntry(team.member.ctx(), { ...from(0, 60), workspace_id: team.id })
    const mine = createEntry(ann.ctx(), { ...from(0, 60), workspace_id: team.id, overlap: 'refuse' })
    await expect(mine).resolves.toBeDefined()
  })

  test('by exactly one of two that come at once', async () => {
    const both = await Promise.allSettled([
      createEntry(ann.ctx(), { ...from(0, 60), overlap: 'refuse' }),
      createEntry(ann.ctx(), { ...from(30, 90), overlap: 'refuse' }),
    ])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an entry that replaces', () => {
  test('deletes what lies inside, shortens what hangs in, and moves the start of what hangs out', async () => {
    await createEntry(ann.ctx(), { ...from(0, 40), title: 'before' })
    await createEntry(ann.ctx(), { ...from(40, 50), title: 'inside' })
    await createEntry(ann.ctx(), { ...from(50, 90), title: 'after' })
    await createEntry(ann.ctx(), { ...from(90, 100), title: 'apart' })
    await createEntry(ann.ctx(), { ...from(30, 60), title: 'new', overlap: 'replace' })
    expect(stretches(await timeline())).toEqual([
      ['before', 0, 30],
      ['new', 30, 60],
      ['after', 60, 90],
      ['apart', 90, 100],
    ])
  })

  test('splits what contains it: the earlier piece keeps the id and the break, the later has all else', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' })
    const whole = await createEntry(ann.ctx(), {
      ...from(0, 120),
      title: 'whole',
      notes: 'Notes',
      project_id: project.id,
      tags: ['a', 'b'],
      custom_fields: { x: '1' },
      billing_status: 'not_billable',
      break_seconds: 600,
    })
    await createEntry(ann.ctx(), { ...from(60, 90), title: 'new', overlap: 'replace' })
    const [earlier, added, later] = await timeline()
    expect(stretches([earlier!, added!, later!])).toEqual([
      ['whole', 0, 60],
      ['new', 60, 90],
      ['whole', 90, 120],
    ])
    expect(earlier).toMatchObject({ id: whole.id, break_seconds: 600 })
    const alike = {
      project_id: project.id,
      notes: 'Notes',
      billing_status: 'not_billable',
      custom_fields: whole.custom_fields,
      tags: whole.tags,
    }
    expect(earlier).toMatchObject(alike)
    expect(later).toMatchObject({ ...alike, break_seconds: 0 })
  })

  test('splits the timer, which runs on in the later piece', async () => {
    const { started } = await startTimer(ann.ctx(), { started_at: nine + 500 * minute, title: 'timer' })
    await createEntry(ann.ctx(), { ...from(520, 540), title: 'new', overlap: 'replace' })
    const [earlier, , later] = await timeline()
    expect(earlier).toMatchObject({ id: started.id, ended_at: nine + 520 * minute })
    expect(await findTimer(ann.ctx())).toMatchObject({ id: later!.id, started_at: nine + 540 * minute })
  })

  test('splits a paused timer: what was paused stays unworked in both pieces', async () => {
    await startTimer(ann.ctx(), { started_at: nine + 600 * minute, title: 'timer' })
    server.clock.advance(10 * 60)
    await pauseTimer(ann.ctx())
    server.clock.advance(50 * 60)
    await createEntry(ann.ctx(), { ...from(630, 640), title: 'new', overlap: 'replace' })
    const [earlier, , later] = await timeline()
    expect(durationSeconds(earlier!, server.clock.now)).toBe(600)
    expect(later).toMatchObject({ ended_at: null, paused_at: nine + 640 * minute })
    expect(durationSeconds(later!, server.clock.now)).toBe(0)
  })

  test('stops the timer where it reaches past now', async () => {
    const { started } = await startTimer(ann.ctx(), { started_at: nine + 500 * minute })
    await createEntry(ann.ctx(), { ...from(550, 700), overlap: 'replace' })
    expect(await findTimer(ann.ctx())).toBeUndefined()
    expect((await timeline())[0]).toMatchObject({ id: started.id, ended_at: nine + 550 * minute })
  })

  test('does so by being moved, too, and leaves itself alone', async () => {
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'A' })
    const entry = await createEntry(ann.ctx(), { ...from(60, 120), title: 'B' })
    await updateEntry(ann.ctx(), { id: entry.id }, { ...from(30, 120), overlap: 'replace' })
    expect(stretches(await timeline())).toEqual([
      ['A', 0, 30],
      ['B', 30, 120],
    ])
  })

  test('moves the day of an entry whose start moves over midnight', async () => {
    await createEntry(ann.ctx(), { ...from(840, 960), title: 'late' })
    await createEntry(ann.ctx(), { ...from(840, 900), title: 'new', overlap: 'replace' })
    expect((await timeline())[1]).toMatchObject({ title: 'late', started_on: '2026-03-03' })
  })

  test('tells of each change, and one undo takes all of them back', async () => {
    const whole = await createEntry(ann.ctx(), { ...from(0, 120), title: 'whole', tags: ['a'] })
    const inside = await createEntry(ann.ctx(), { ...from(60, 70), title: 'inside' })
    const ctx = ann.ctx()
    const added = await createEntry(ctx, { ...from(60, 90), title: 'new', overlap: 'replace' })
    const later = (await timeline()).at(-1)
    expect(await eventsOf(ctx.operation.id)).toEqual([
      ['entry.updated', whole.id],
      ['entry.created', later!.id],
      ['entry.deleted', inside.id],
      ['entry.created', added.id],
    ])
    await undoOperation(ann.ctx(), ctx.operation.id)
    const back = await timeline()
    expect(stretches(back)).toEqual([
      ['whole', 0, 120],
      ['inside', 60, 70],
    ])
    expect(back[0]).toMatchObject({ id: whole.id, tags: whole.tags })
  })

  test('changes nothing at all where an entry in the way is locked', async () => {
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'old' })
    await createEntry(ann.ctx(), { ...from(840, 960), title: 'late' })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { locked_before: '2026-03-03' })
    const team = await server.team(ann)
    const elsewhere = createEntry(ann.ctx(), { ...from(30, 1000), workspace_id: team.id, overlap: 'replace' })
    await expect(elsewhere).rejects.toMatchObject({ code: 'locked' })
    expect(await timeline()).toHaveLength(2)
  })

  test('changes nothing at all where billed time in the way is protected', async () => {
    await createEntry(ann.ctx(), { ...from(0, 60), billing_status: 'billed' })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { protects_billed: true })
    const replacing = createEntry(ann.ctx(), { ...from(30, 90), overlap: 'replace' })
    await expect(replacing).rejects.toMatchObject({ code: 'locked', reason: 'billed_protected' })
  })

  test('leaves alone what its writer may not write: another’s time elsewhere, and one’s own as a viewer', async () => {
    const first = await server.team(ann, 'member')
    const bob = first.member
    const second = await server.team(bob)
    await createEntry(bob.ctx(), { ...from(0, 60), title: 'elsewhere', workspace_id: second.id })
    await addMember(server.system(), { workspace_id: second.id, user_id: ann.user.id, role: 'viewer' })
    await createEntry(ann.ctx(), {
      ...from(30, 90),
      workspace_id: first.id,
      user_id: bob.user.id,
      overlap: 'replace',
    })
    expect(stretches(await timeline(bob))).toContainEqual(['elsewhere', 0, 60])
    await createEntry(bob.ctx(), {
      ...from(0, 60),
      workspace_id: second.id,
      user_id: ann.user.id,
    })
    const own = createEntry(ann.ctx(), { ...from(30, 90), overlap: 'replace' })
    await expect(own).rejects.toMatchObject({ code: 'forbidden' })
  })
})
