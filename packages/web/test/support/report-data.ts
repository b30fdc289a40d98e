import type { NewEntry, NewRate } from '@sundial/sdk'
import { join } from './sample-data.ts'
import { addProject, given } from './seed.ts'
import type { Person, TestServer } from './server.ts'

/** The week all sums are known of, in Berlin's winter time. */
export const knownWeek = 'from=2026-03-02&to=2026-03-08'

type Day = { day: string; from: string; to: string }

/** A team with rates, a week of two people whose sums are known, and months before it to fill a page. */
export async function fillReports(
  server: TestServer,
  owner: Person,
): Promise<{ teamId: number; oda: Person }> {
  const { api } = owner
  const team = await given(api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  await given(api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  owner.me.default_workspace_id = team.id
  const oda = await join(server, owner, team.id)
  const client = (name: string) => given(api.POST('/clients', { body: { workspace_id: team.id, name } }))
  const orchard = await client('Orchard & Daughters')
  const railways = await client(
    'International Society for the Preservation of Narrow-Gauge Railway Timetables',
  )
  const website = await addProject(owner, { title: 'Website', client_id: orchard.id, color: '#3F9142' })
  const shop = await addProject(owner, { title: 'Shop', parent_id: website.id, color: '#3F9142' })
  const retainer = await addProject(owner, { title: 'Retainer', color: '#B7791F', client_id: orchard.id })
  const railway = await addProject(owner, {
    title: 'Catalogue of every surviving timetable, station clock and signal box north of the river',
    color: '#CC4380',
    client_id: railways.id,
  })
  const rate = (values: Omit<NewRate, 'workspace_id'>) =>
    given(api.POST('/rates', { body: { workspace_id: team.id, ...values } }))
  await rate({ kind: 'billable', amount: 9000, currency: 'EUR' })
  await rate({ kind: 'billable', amount: 12_000, currency: 'EUR', project_id: retainer.id })
  await rate({ kind: 'billable', amount: 11_000, currency: 'USD', project_id: railway.id })
  await rate({ kind: 'cost', amount: 4000, currency: 'EUR' })

  const add = (person: Person, { day, from, to }: Day, what: Partial<NewEntry>) =>
    given(
      person.api.POST('/entries', {
        body: {
          workspace_id: team.id,
          started_at: `${day}T${from}:00+01:00`,
          ended_at: `${to < from ? nextDay(day) : day}T${to}:00+01:00`,
          ...what,
        },
      }),
    )
  const billable = { billing_status: 'billable' } as const
  await add(
    owner,
    { day: '2026-03-02', from: '09:00', to: '11:00' },
    { title: 'Fix basket rounding', project_id: shop.id, tags: ['bug'], ...billable },
  )
  await add(
    owner,
    { day: '2026-03-02', from: '11:00', to: '12:00' },
    { title: 'Standup', billing_status: 'not_billable' },
  )
  await add(
    owner,
    { day: '2026-03-03', from: '09:00', to: '12:30' },
    { title: 'Support tickets', project_id: retainer.id, ...billable },
  )
  await add(
    owner,
    { day: '2026-03-04', from: '22:30', to: '00:45' },
    { title: 'Release night', project_id: shop.id, billing_status: 'paid' },
  )
  await add(
    owner,
    { day: '2026-03-05', from: '09:00', to: '13:43' },
    {
      title:
        'Compare the printed timetables with the ones in the archive, page by page, and note what differs',
      project_id: railway.id,
      tags: ['research', 'a tag whose name is far too long for any row'],
      billing_status: 'billed',
    },
  )
  await add(
    oda,
    { day: '2026-03-02', from: '10:00', to: '14:00' },
    { title: 'Write copy', project_id: website.id, ...billable },
  )
  await add(
    oda,
    { day: '2026-03-06', from: '09:00', to: '10:30' },
    { title: 'Support tickets', project_id: retainer.id, tags: ['bug', 'support'], ...billable },
  )

  const projects = [website.id, shop.id, retainer.id, railway.id, null]
  const titles = ['Write copy', 'Review', 'Support tickets', 'Plan the next weeks', 'Draw the header']
  for (let index = 0; index < 70; index++) {
    const day = new Date(Date.UTC(2026, 1, 28 - Math.floor(index / 3) * 2)).toISOString().slice(0, 10)
    const start = 8 + (index % 3) * 3
    await add(
      index % 4 === 0 ? oda : owner,
      { day, from: clock(start), to: clock(start + 1 + (index % 5) / 2) },
      {
        title: titles[index % titles.length] ?? null,
        project_id: projects[(index * 3) % projects.length] ?? null,
        billing_status: index % 5 === 2 ? 'not_billable' : 'billable',
      },
    )
  }
  return { teamId: team.id, oda }
}

function clock(hour: number): string {
  return `${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 === 0 ? '00' : '30'}`
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
