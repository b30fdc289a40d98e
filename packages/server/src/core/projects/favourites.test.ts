import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { updateMember, listMembers } from '../members.ts'
import { favouriteIds, setFavourite } from './favourites.ts'
import { createProject, deleteProject } from './write.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  ann = await server.person()
})

const eventsOf = async (kind: string) =>
  (
    await server.house.db.kysely.selectFrom('event').selectAll().where('user_id', '=', ann.user.id).execute()
  ).filter((event) => event.kind === kind)

test('a favourite is a change of the person’s own settings, written once', async () => {
  const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' })
  for (const isFavourite of [true, true]) await setFavourite(ann.ctx(), project.id, isFavourite)
  expect(await favouriteIds(ann.ctx())).toEqual(new Set([project.id]))
  const [event, ...others] = await eventsOf('user.updated')
  expect(others).toEqual([])
  expect(event).toMatchObject({ subject_id: ann.user.id, subject_user_id: ann.user.id })
  expect(JSON.parse(event?.after ?? '')).toEqual({ project_id: project.id, is_favourite: true })
  expect(await eventsOf('project.updated')).toEqual([])
  await setFavourite(ann.ctx(), project.id, false)
  expect(await favouriteIds(ann.ctx())).toEqual(new Set())
})

test('what is gone, or no longer mine to see, is no favourite', async () => {
  const owner = await server.person()
  const team = await server.team(owner)
  const ours = await createProject(owner.ctx(), team.id, { title: 'Ours' })
  const mine = await createProject(ann.ctx(), ann.workspaceId, { title: 'Mine' })
  await setFavourite(ann.ctx(), mine.id, true)
  await expect(setFavourite(ann.ctx(), ours.id, true)).rejects.toMatchObject({ code: 'not_found' })
  await deleteProject(ann.ctx(), { id: mine.id })
  expect(await favouriteIds(ann.ctx())).toEqual(new Set())

  const both = await server.team(owner, 'member')
  const theirs = await createProject(owner.ctx(), both.id, { title: 'Theirs' })
  await setFavourite(both.member.ctx(), theirs.id, true)
  const { rows } = await listMembers(owner.ctx(), both.id, { limit: 10, cursor: null })
  const memberId = rows.find((each) => each.user_id === both.member.user.id)?.id ?? 0
  await updateMember(owner.ctx(), { workspaceId: both.id, memberId }, { is_active: false })
  expect(await favouriteIds(both.member.ctx())).toEqual(new Set())
})
