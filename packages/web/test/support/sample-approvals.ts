import { addEntry, berlinTime, given } from './seed.ts'
import type { Person } from './server.ts'

/** On top of the everyday days: weeks that wait for decisions, and some that are decided, in two steps. */
export async function fillApprovals(owner: Person, member: Person): Promise<void> {
  const workspace_id = owner.me.default_workspace_id
  const policy = (name: string, rest: object) =>
    given(
      owner.api.POST('/approval-policies', {
        body: { workspace_id, name, levels: [[member.me.id, owner.me.id], [owner.me.id]], ...rest },
      }),
    )
  await policy('All time, first by whoever knows the project and then by whoever writes the invoices', {})
  await policy('Long billable days', {
    billable_only: true,
    min_seconds: 6 * 3600,
    levels: [[owner.me.id]],
    is_enabled: false,
  })
  const project = async (title: string) => {
    const { data } = await given(owner.api.GET('/projects', { params: { query: { workspace_id } } }))
    return data.find((each) => each.title.startsWith(title))?.id ?? null
  }
  const theirs = { workspace_id, daysAgo: 1, billing_status: 'billable' } as const
  await addEntry(member, {
    ...theirs,
    from: '9:00',
    to: '11:20',
    title: 'Signal boxes, north',
    project_id: await project('Catalogue'),
  })
  await addEntry(member, {
    ...theirs,
    from: '12:00',
    to: '16:30',
    title: 'Checkout',
    project_id: await project('Shop'),
  })
  await addEntry(member, { workspace_id, daysAgo: 2, from: '9:00', to: '9:30', title: null })
  const comment = 'The archive was closed on the last two days.'
  await given(member.api.POST('/timesheets', { body: { workspace_id, day: dayOf(1), comment } }))
  await decideOwn(owner, member)
}

/** Of the owner’s own days one part is approved, one waits, and one came back. */
async function decideOwn(owner: Person, member: Person) {
  const { data } = await given(
    owner.api.GET('/entries', { params: { query: { workspace_id: owner.me.default_workspace_id } } }),
  )
  const idOf = (start: string) => data.find(({ title }) => title?.startsWith(start))?.id ?? 0
  await given(owner.api.POST('/approvals', { body: { entry_ids: [idOf('Compare'), idOf('Release')] } }))
  const { data: levels } = await given(
    member.api.GET('/approvals', { params: { query: { view: 'to_decide' } } }),
  )
  const levelOf = (entryId: number) => levels.find(({ entry_id }) => entry_id === entryId)?.id ?? 0
  await given(
    member.api.POST('/approvals/{id}/approve', {
      params: { path: { id: levelOf(idOf('Compare')) } },
      body: {},
    }),
  )
  await given(
    member.api.POST('/approvals/{id}/reject', {
      params: { path: { id: levelOf(idOf('Release')) } },
      body: { reason: 'Please say which release this was, and whether the client asked for it at night.' },
    }),
  )
  await given(owner.api.POST('/approvals', { body: { entry_ids: [idOf('Standup')] } }))
}

export function dayOf(daysAgo: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(berlinTime(daysAgo, '12:00'))
}
