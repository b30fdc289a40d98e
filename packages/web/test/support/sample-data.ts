import { fillCrm } from './crm-data.ts'
import { addEntry, addProject, given } from './seed.ts'
import { password, signInAs, type Person, type TestServer } from './server.ts'

/**
 * What the screens show: an everyday day or two, and names as long as people make them. Answers with somebody who
 * has nothing yet.
 */
export async function fillHouse(server: TestServer, owner: Person): Promise<Person> {
  const { api } = owner
  const team = await given(api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  await given(api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  owner.me.default_workspace_id = team.id
  const newcomer = await join(server, owner, team.id)
  await given(
    api.POST('/workspaces/{id}/invitations', {
      params: { path: { id: team.id } },
      body: { email: 'maximiliane.von-der-hagenau@subsidiary.example.org', role: 'manager' },
    }),
  )
  const client = (name: string, email: string | null) =>
    given(api.POST('/clients', { body: { workspace_id: team.id, name, email } }))
  const orchard = await client('Orchard & Daughters', 'office@orchard.example.org')
  const longest = await client(
    'International Society for the Preservation of Narrow-Gauge Railway Timetables and Signal Boxes',
    'timetables@international-society-for-narrow-gauge-railways.example.org',
  )
  await client('Beacon Tea', null)
  await fillCrm(owner, { workspaceId: team.id, orchardId: orchard.id, longestId: longest.id })

  const website = await addProject(owner, { title: 'Website', client_id: orchard.id, color: '#3F9142' })
  const shop = await addProject(owner, { title: 'Shop', parent_id: website.id, color: '#3F9142' })
  await addProject(owner, { title: 'Newsletter', parent_id: website.id, color: '#1387A8', is_private: true })
  const retainer = await addProject(owner, {
    title: 'Retainer',
    color: '#B7791F',
    client_id: orchard.id,
    default_billing_status: 'billable',
  })
  const railway = await addProject(owner, {
    title: 'Catalogue of every surviving timetable, station clock and signal box north of the river',
    client_id: longest.id,
    color: '#CC4380',
  })
  await given(
    api.POST('/tasks', {
      body: {
        project_id: railway.id,
        name: 'Photograph the signal boxes that are still standing, from all four sides, before the winter',
        status: 'in_progress',
        priority: 'urgent',
        due_on: '2026-03-02',
        estimate_seconds: 36_000,
        assignee_ids: [owner.me.id],
        tags: ['research'],
      },
    }),
  )
  await given(api.POST('/tasks', { body: { project_id: shop.id, name: 'Fix basket rounding' } }))
  const old = await addProject(owner, { title: 'Old catalogue', color: '#6F7A87' })
  await given(api.PATCH('/projects/{id}', { params: { path: { id: old.id } }, body: { is_archived: true } }))

  const entry = (values: Parameters<typeof addEntry>[1]) =>
    addEntry(owner, { workspace_id: team.id, ...values })
  const billable = { billing_status: 'billable' } as const
  await entry({
    daysAgo: 1,
    from: '8:30',
    to: '10:00',
    title: 'Support tickets',
    project_id: retainer.id,
    ...billable,
  })
  await entry({
    daysAgo: 1,
    from: '10:10',
    to: '11:00',
    title: 'Support tickets',
    project_id: retainer.id,
    ...billable,
  })
  await entry({
    daysAgo: 1,
    from: '11:20',
    to: '12:10',
    title: 'Support tickets',
    project_id: retainer.id,
    ...billable,
  })
  await entry({
    daysAgo: 1,
    from: '13:00',
    to: '17:43',
    title: 'Compare the printed timetables with the ones in the archive, page by page, and note what differs',
    project_id: railway.id,
    tags: ['research', 'a tag whose name is far too long for any row'],
    billing_status: 'billed',
  })
  await entry({
    daysAgo: 2,
    from: '22:30',
    to: '0:45',
    title: 'Release night',
    project_id: shop.id,
    billing_status: 'paid',
  })
  await entry({ daysAgo: 2, from: '9:00', to: '9:15', title: null })
  await entry({
    daysAgo: 3,
    from: '9:00',
    to: '12:30',
    title: 'Standup and planning',
    billing_status: 'not_billable',
  })
  await given(
    api.POST('/tokens', {
      body: {
        name: 'Wall display in the hall beside the kitchen',
        scopes: ['read:time_entries', 'read:projects', 'read:tags', 'read:clients'],
      },
    }),
  )
  await given(api.POST('/tokens', { body: { name: 'Backup', expires_at: '2099-01-01T00:00:00Z' } }))
  // In another place, too.
  await signInAs(server, owner.email)
  const exporting = await given(
    api.POST('/admin/tokens', {
      body: {
        user_id: owner.me.id,
        name: 'Nightly export of the timesheets to the accounts department',
        description: 'Runs on the server in the basement',
        scopes: [
          'read:time_entries',
          'read:projects',
          'read:clients',
          'read:reports',
          'write:time_approvals',
        ],
        workspace_id: team.id,
        allowed_ips: ['203.0.113.7', '198.51.100.0/24'],
      },
    }),
  )
  await given(
    api.PATCH('/admin/tokens/{id}', { params: { path: { id: exporting.id } }, body: { is_active: false } }),
  )
  await given(
    api.POST('/timer/start', {
      body: {
        workspace_id: team.id,
        title: 'Fix basket rounding',
        project_id: shop.id,
        tags: ['bug'],
        ...billable,
      },
    }),
  )
  return newcomer
}

/** Somebody new, Oda Brandt, who is let into a workspace as a member. */
export async function join(server: TestServer, { api }: Person, workspaceId: number): Promise<Person> {
  const { url } = await given(
    api.POST('/workspaces/{id}/invitations', {
      params: { path: { id: workspaceId } },
      body: { email: 'oda@example.org', role: 'member' },
    }),
  )
  const invitation = url?.split('/').at(-1) ?? ''
  await given(
    api.POST('/users', { body: { email: 'oda@example.org', name: 'Oda Brandt', password, invitation } }),
  )
  return signInAs(server, 'oda@example.org')
}
