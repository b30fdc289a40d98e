import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createRate } from '../../../core/rates.ts'
import { createTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { addMember } from '../../../core/members.ts'
import { createTeam } from '../../../core/workspaces.ts'
import type { Person, TestServer } from '../../../testing/server.ts'

/**
 * A team in Berlin in the last week of March 2026, in which summer time begins: two people, two clients with a project
 * each, one of them billed at 100 euros an hour, and time with and without a project, tags and a task.
 */
export async function reportTeam(server: TestServer) {
  server.clock.set('2026-04-01T12:00:00Z')
  const ada = await server.person({ name: 'Ada', timeZone: 'Europe/Berlin' })
  const ben = await server.person({ name: 'Ben', timeZone: 'Europe/Berlin' })
  const { workspace_id: id } = await createTeam(ada.ctx(), { name: 'Works', timeZone: 'Europe/Berlin' })
  await addMember(server.system(), { workspace_id: id, user_id: ben.user.id, role: 'member' })
  const acme = (await createClient(ada.ctx(), id, { name: 'Acme' })).id
  const birch = (await createClient(ada.ctx(), id, { name: 'Birch' })).id
  const project = async (title: string, client_id: number, color: string) =>
    (await createProject(ada.ctx(), id, { title, client_id, color })).id
  const site = await project('Site', acme, '#112233')
  const shop = await project('Shop', birch, '#445566')
  const layout = (await createTask(ada.ctx(), site, { name: 'Layout', estimate_seconds: 7200 })).id
  const deep = (await createTag(ada.ctx(), id, { name: 'deep' })).id
  const call = (await createTag(ada.ctx(), id, { name: 'call' })).id
  await createRate(ada.ctx(), {
    workspace_id: id,
    kind: 'billable',
    project_id: site,
    amount: 10_000,
    currency: 'EUR',
  })
  await createRate(ada.ctx(), { workspace_id: id, kind: 'cost', amount: 3000, currency: 'EUR' })

  const write = async (who: Person, [from, to]: readonly [string, string], fields: Fields = {}) =>
    (
      await createEntry(who.ctx(), {
        workspace_id: id,
        billing_status: 'not_billable',
        ...fields,
        started_at: Date.parse(from),
        ended_at: Date.parse(to),
      })
    ).id
  const billable = 'billable' as const
  const entries = {
    // Saturday, 23:30 to 00:30 in Berlin.
    late: await write(ada, ['2026-03-28T22:30:00Z', '2026-03-28T23:30:00Z'], {
      project_id: shop,
      title: 'Move',
    }),
    // Sunday, across the hour that is missing: 01:30 to 03:30 on the wall.
    night: await write(ada, ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'], {
      project_id: site,
      title: 'Deploy',
      billing_status: billable,
      tag_ids: [deep],
    }),
    // Monday.
    plan: await write(ada, ['2026-03-30T07:00:00Z', '2026-03-30T08:20:00Z'], {
      project_id: site,
      task_id: layout,
      title: 'Plan',
      billing_status: billable,
      tag_ids: [deep, call],
    }),
    again: await write(ada, ['2026-03-30T10:00:00Z', '2026-03-30T10:10:07Z'], {
      project_id: site,
      task_id: layout,
      title: 'Plan',
      billing_status: billable,
      tag_ids: [deep, call],
    }),
    loose: await write(ben, ['2026-03-30T12:00:00Z', '2026-03-30T12:45:00Z'], {}),
    // Tuesday.
    cells: await write(ben, ['2026-03-31T06:00:00Z', '2026-03-31T07:30:00Z'], {
      project_id: shop,
      title: '=1+1',
      tag_ids: [call],
    }),
  }
  return { id, ada, ben, acme, birch, site, shop, layout, deep, call, entries }
}

export type ReportTeam = Awaited<ReturnType<typeof reportTeam>>

type Fields = Partial<Parameters<typeof createEntry>[1]>
