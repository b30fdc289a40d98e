import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

let server: TestServer
let ann: Person

const path = '/sundial/api/v1/me/sample-data'

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person({ timeZone: 'America/New_York' })
})
afterAll(() => server.close())

const me = async () => (await ann.call('GET', '/sundial/api/v1/me')).body
const entriesOf = async (id: number) =>
  (await ann.call('GET', `/sundial/api/v1/entries?workspace_id=${id}&limit=200`)).body.data

describe('sample data', () => {
  test('is a workspace of its own with two weeks of one’s own time, none of it in the future', async () => {
    const { status, body } = await ann.call('POST', path)
    expect(status).toBe(201)
    const id = body.sample_workspace_id
    expect(body).toMatchObject({ sample_workspace_id: expect.any(Number), default_workspace_id: id })
    const entries = await entriesOf(id)
    expect(entries.length).toBeGreaterThan(20)
    for (const entry of entries) {
      expect(entry).toMatchObject({ user_id: ann.user.id, workspace_id: id })
      expect(Date.parse(entry.ended_at)).toBeLessThanOrEqual(server.clock.now)
    }
    const { body: people } = await ann.call('GET', `/sundial/api/v1/workspaces/${id}/members`)
    expect(people.data).toHaveLength(1)
    // The rest of what is one's own is as it was.
    expect(await entriesOf(ann.workspaceId)).toEqual([])
  })

  test('is there once, and gone at once with all that is in it', async () => {
    const { body } = await ann.call('POST', path)
    expect(await ann.call('POST', path)).toMatchObject({ status: 409, body: { error: { reason: 'in_use' } } })
    expect((await ann.call('DELETE', path)).status).toBe(204)
    expect(await me()).toMatchObject({
      sample_workspace_id: null,
      default_workspace_id: ann.workspaceId,
      memberships: [{ workspace: { id: ann.workspaceId } }],
    })
    const gone = await ann.call('GET', `/sundial/api/v1/workspaces/${body.sample_workspace_id}`)
    expect(gone.status).toBe(404)
    expect((await ann.call('DELETE', path)).status).toBe(404)
  })

  test('is made once, however many ask for it at once', async () => {
    const answers = await Promise.all([ann.call('POST', path), ann.call('POST', path)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await me()).memberships).toHaveLength(2)
  })

  test('can be made anew after its workspace was deleted like any other', async () => {
    const { body } = await ann.call('POST', path)
    await ann.call('DELETE', `/sundial/api/v1/workspaces/${body.sample_workspace_id}`)
    expect(await me()).toMatchObject({ sample_workspace_id: null })
    expect((await ann.call('POST', path)).status).toBe(201)
  })
})
