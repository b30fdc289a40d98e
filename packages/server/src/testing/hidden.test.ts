import { afterAll, describe, expect, test } from 'vitest'
import { addressOf, type Sample } from './sample.ts'
import { WIRES } from './samples.ts'
import { type Caller, openWorld, type Situation, type Things } from './world.ts'

// Nothing that happens out of somebody's sight changes anything they are told: no row, no count, no sum, no order, no
// search, no export. Every question of every wire is asked before and after, and the answers are the same to the byte.

const world = await openWorld({ WEBHOOK_ALLOW_PRIVATE: '1' })
afterAll(() => world.close())

/** Answers that tell of the asking itself. */
const NEW_EACH_TIME = new Set(['native: GET /tokens'])

const OF_THE_REQUEST = new Set(['date', 'x-request-id', 'x-operation-id', 'x-toggl-request-id'])

const questions = world.server.house.routes.filter(
  ({ method, isDeclined }) => method === 'GET' && !isDeclined,
)
const wires = [...new Set(questions.map(({ wire }) => wire))]

/** Those who administer the installation are told of all accounts and of what the server does. */
const isOfInstallation = (name: string) => /^GET \/(users|admin\/)/.test(name)

/** What is hidden from whom. */
const HIDDEN: readonly [Caller, readonly Situation[]][] = [
  ['owner', ['foreign']],
  ['manager', ['foreign']],
  ['member', ['foreign', 'colleague', 'private']],
  ['viewer', ['foreign', 'colleague', 'private']],
  ['operator', ['foreign', 'colleague', 'private']],
  ['elsewhere', ['foreign']],
]

type Question = { name: string; url: string; headers: Record<string, string> }

describe.each(wires)('what is hidden on %s', (wire) => {
  test.each(HIDDEN)(
    'changes nothing that the %s is told',
    { timeout: 120_000 },
    async (caller, situations) => {
      const asked = (await questionsOf(wire, caller)).filter(
        ({ name }) => !NEW_EACH_TIME.has(`${wire}: ${name}`),
      )
      const before = await answersTo(asked)
      for (const situation of situations) await happenings(world.things(caller, situation))
      const after = await answersTo(asked)
      expect(differences(asked, before, after)).toEqual([])
    },
  )
})

test('what is in sight does change what one is told', async () => {
  const asked = await questionsOf('native', 'member')
  const before = await answersTo(asked)
  await happenings(world.things('member', 'own'))
  const changed = differences(asked, before, await answersTo(asked)).map((each) => each.split(':', 1)[0])
  expect(changed).toEqual(
    expect.arrayContaining([
      'GET /reports',
      'GET /reports/entries',
      'GET /reports/export',
      'GET /search',
      'GET /deals/sums',
    ]),
  )
})

/** What is not as it was, by the name of the question. */
function differences(
  asked: readonly Question[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  return asked.flatMap(({ name }, index) => {
    const [was = '', is = ''] = [before[index], after[index]]
    return was === is ? [] : [`${name}: ${firstDifference(was, is)}`]
  })
}

/** Every question of a wire about one's own things, which are there. */
async function questionsOf(wire: string, caller: Caller): Promise<Question[]> {
  const calls = WIRES[wire]
  const secret = world.secretOf(caller, calls?.keysFor)
  const asked: Question[] = []
  for (const route of questions.filter((each) => each.wire === wire)) {
    const name = `GET ${route.url.slice(calls?.prefix.length)}`
    if (caller === 'operator' && isOfInstallation(name)) continue
    const make = calls?.samples[name]
    const the = world.things(caller, 'own')
    const sample: Sample = (await make?.({ the, caller, variant: undefined, other: the })) ?? {}
    if (sample.isStream) continue
    asked.push({
      name,
      url: addressOf(route.url, sample),
      headers: secret === undefined ? {} : (calls?.credentials(secret) ?? {}),
    })
  }
  return asked
}

async function answersTo(asked: readonly Question[]): Promise<string[]> {
  const answers: string[] = []
  for (const { url, headers } of asked) {
    const {
      statusCode,
      headers: all,
      rawPayload,
    } = await world.server.app.inject({ method: 'GET', url, headers })
    const told = Object.entries(all).filter(([name]) => !OF_THE_REQUEST.has(name))
    answers.push(`${statusCode} ${JSON.stringify(told)} ${rawPayload.toString('latin1')}`)
  }
  return answers
}

/** All that can happen in a workspace or to a person, once. */
async function happenings(the: Things): Promise<void> {
  if (the.situation === 'foreign') {
    await the.client()
    await the.tag()
    await the.task()
    await the.projectMember()
    await the.rate()
    await the.invitation()
    await the.webhook()
    await the.delivery()
    await the.contact()
  }
  await the.entry()
  await the.timer()
  await the.savedReport()
  await the.reportLink()
  await the.exportFile()
  await the.token()
  await the.session()
  await the.usage()
  await the.usageRule()
  await the.bucketEvent()
  await the.approval()
  await the.lead()
  await the.deal()
}

function firstDifference(before: string, after: string): string {
  let at = 0
  while (before[at] === after[at]) at += 1
  const part = (text: string) => text.slice(Math.max(0, at - 40), at + 60)
  return `${part(before)} became ${part(after)}`
}
