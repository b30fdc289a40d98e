import { listApprovals } from '../core/approvals/read.ts'
import { approveTimesheet, rejectTimesheet } from '../core/approvals/settle-week.ts'
import { submitWeek } from '../core/approvals/submit-week.ts'
import { createPolicy } from '../core/approvals/policies.ts'
import { convertLead } from '../core/crm/convert.ts'
import { createContact } from '../core/crm/contacts.ts'
import { createDeal } from '../core/crm/deals.ts'
import { createLead } from '../core/crm/leads.ts'
import { listEntries } from '../core/entries/read.ts'
import { firstDayOf } from '../core/rules/local-periods.ts'
import { addDays, startOfDay } from '../core/rules/local-time.ts'
import type { PersonKey } from './cast.ts'
import { at } from './days.ts'
import { CONTACTS, DEALS, LEADS } from './sales.ts'
import { as, OWNER, type Stage, type Step } from './stage.ts'

/** What goes on in the demo beside the work: whom one knows, what may be sold, and whose weeks are approved. */
export function officeSteps(stage: Stage): Step[] {
  return [...salesSteps(stage), ...weekSteps(stage)].filter((step) => step.at < stage.ctx.now)
}

function on(stage: Stage, day: number, run: (at: number) => Promise<unknown>): Step {
  const then = at(addDays(stage.first, day), 11, OWNER.zone)
  return { at: then, run: () => run(then) }
}

function salesSteps(stage: Stage): Step[] {
  const { workspaceId, clientIds } = stage
  const contacts = CONTACTS.map(({ client, fields }, index) =>
    on(stage, 1 + index, (then) =>
      createContact(as(stage, OWNER.key, then), clientIds.get(client) ?? 0, fields),
    ),
  )
  const leads = LEADS.flatMap(({ by, on: day, converted, fields }) => {
    let id = 0
    const written = on(stage, day, async (then) => {
      id = (await createLead(as(stage, by, then), workspaceId, fields)).id
    })
    if (converted === undefined) return [written]
    return [written, on(stage, converted, (then) => convertLead(as(stage, by, then), id, { deal: {} }))]
  })
  const deals = DEALS.map(({ by, on: day, client, fields }) =>
    on(stage, day, (then) =>
      createDeal(as(stage, by, then), workspaceId, {
        ...fields,
        client_id: client === undefined ? null : clientIds.get(client),
        expected_close_on: addDays(stage.today, 14 + (day % 30)),
      }),
    ),
  )
  return [...contacts, ...leads, ...deals]
}

const HOUR = 3_600_000

/**
 * Today three people hand in last week: one is approved, one is sent back, one waits. The owner has the last word on the
 * time of the app. It is after all bookkeeping, which could not touch what is approved.
 */
function weekSteps(stage: Stage): Step[] {
  const lastWeek = addDays(stage.today, -7)
  const then = (hours: number) => stage.ctx.now - hours * HOUR
  const submit = async (key: PersonKey) => {
    // Who was away last week has nothing to hand in.
    if (await hasWorked(stage, key, lastWeek))
      await submitWeek(as(stage, key, then(2)), { workspaceId: stage.workspaceId, day: lastWeek })
  }
  const waitingOf = async (key: PersonKey) => {
    const filter = { workspaceId: stage.workspaceId, view: 'to_decide' as const }
    const { rows } = await listApprovals(as(stage, 'ben', then(1)), filter, { cursor: null, limit: 500 })
    return rows.find((row) => row.entry.user_id === stage.userIds.get(key))?.timesheet_id ?? undefined
  }
  return [
    {
      at: then(3),
      run: () =>
        createPolicy(as(stage, OWNER.key, then(3)), stage.workspaceId, {
          name: 'The app, twice',
          project_id: stage.projectIds.get('app'),
          levels: [[stage.userIds.get('cleo') ?? 0], [stage.userIds.get(OWNER.key) ?? 0]],
        }),
    },
    {
      at: then(2),
      async run() {
        for (const key of ['dora', 'emil', 'gus'] as const) await submit(key)
      },
    },
    {
      at: then(1),
      async run() {
        const [good, bad] = [await waitingOf('emil'), await waitingOf('gus')]
        if (good) await approveTimesheet(as(stage, 'ben', then(1)), good)
        if (bad) await rejectTimesheet(as(stage, 'ben', then(1)), bad, 'Tuesday is on the wrong project.')
      },
    },
  ]
}

async function hasWorked(stage: Stage, key: PersonKey, day: string): Promise<boolean> {
  const monday = firstDayOf(day, 'week', 1)
  const filter = {
    whose: 'mine' as const,
    workspaceId: stage.workspaceId,
    startedFrom: startOfDay(monday, OWNER.zone),
    startedBefore: startOfDay(addDays(monday, 7), OWNER.zone),
  }
  const { rows } = await listEntries(as(stage, key, stage.ctx.now), filter, { cursor: null, limit: 1 })
  return rows.length > 0
}
