import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  const times = { started_at: server.clock.now, ended_at: server.clock.now + 3_600_000 }
  await createEntry(ann.ctx(), { title: 'Plan', ...times })
})
afterAll(() => server.close())

async function refusal(query: string): Promise<{ message: string; errors: Record<string, string[]> }> {
  const { status, body } = await ann.call('GET', `${API}/report${query}`)
  expect([query, status]).toEqual([query, 422])
  return body
}

describe('a report is refused with a 422', () => {
  test.each([
    ['columns[]=project&columns[]=client', 'columns.1', 'The selected columns.1 is invalid.'],
    ['columns[]=start_date', 'columns.0', 'The selected columns.0 is invalid.'],
    [
      'timespan_grouping_mode=hour',
      'timespan_grouping_mode',
      'The selected timespan grouping mode is invalid.',
    ],
    ['columns[]=timespan&timespan_grouping_mode=Day', 'timespan_grouping_mode', undefined],
    [
      'project_grouping_level=-2',
      'project_grouping_level',
      'The project grouping level field must be at least -1.',
    ],
    [
      'project_grouping_level=1.5',
      'project_grouping_level',
      'The project grouping level field must be an integer.',
    ],
    [
      'project_grouping_level=root',
      'project_grouping_level',
      'The project grouping level field must be a number.',
    ],
    ['project_grouping_level=1e300', 'project_grouping_level', undefined],
    ['sort[]=-duration&sort[]=length', 'sort.1', 'The selected sort.1 is invalid.'],
    ['sort[]=notes', 'sort.0', undefined],
    ['columns[]=title&sort[]=user', 'sort.0', undefined],
    ['sort[]=start_date', 'sort.0', undefined],
    ['sort[]=--duration', 'sort.0', undefined],
    [
      'include_app_usage=1&search_query=plan',
      'search_query',
      'The search query field is prohibited when include app usage is true.',
    ],
    [
      'include_app_usage=1&billing_status[]=paid',
      'billing_status',
      'The billing status field is prohibited when include app usage is true.',
    ],
    ['include_app_usage=maybe', 'include_app_usage', 'The include app usage field must be true or false.'],
    ['billing_status[]=open', 'billing_status', undefined],
    ['projects[]=/projects/999999', 'projects.0', 'The selected projects.0 is invalid.'],
    ['start_date_min=yesterday', 'start_date_min', undefined],
    ['search_query=a%1bb', 'search_query', undefined],
  ])('for %s', async (query, field, text) => {
    const { message, errors } = await refusal(`?${query}`)
    expect(errors).toEqual({ [field]: [text ?? expect.any(String)] })
    expect(message).toBe(errors[field]?.[0])
  })

  test('but not for parameters that are empty', async () => {
    const names = ['timespan_grouping_mode', 'project_grouping_level', 'search_query', 'include_app_usage']
    const lists = ['columns[]', 'sort[]', 'billing_status[]', 'team_members[]']
    const query = [...names, ...lists].map((name) => `${name}=`).join('&')
    const plain = await ann.call('GET', `${API}/report`)
    expect(plain.body).toEqual({ data: [{ duration: 3600, project: null, title: 'Plan' }] })
    expect((await ann.call('GET', `${API}/report?${query}`)).body).toEqual(plain.body)
  })
})
