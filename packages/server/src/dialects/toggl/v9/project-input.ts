import { randomInt } from 'node:crypto'
import { hasScope, isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import { createClient, listClients } from '../../../core/clients.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import type { Project } from '../../../core/projects/read.ts'
import { createProject, type ProjectFields, updateProject } from '../../../core/projects/write.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import { PALETTE } from '../colors.ts'
import { inWords, notOffered, refused } from '../errors.ts'
import { flagOf, type Input, integerOf, spellingOf, textOf } from '../wire.ts'
import { hoursOf } from './projects.ts'
import { BILLABLE, setRateFrom } from './rate-input.ts'
import { refuseUncarried } from './uncarried.ts'

const UNCARRIED = [
  'auto_estimates',
  'template',
  'template_id',
  'recurring',
  'recurring_parameters',
  'fixed_fee',
  'is_shared',
  'external_reference',
]

/** Makes a project of a workspace, with whoever makes it in it. Names are unique among the projects of a client. */
export function createFrom(ctx: Ctx, membership: Membership, body: Input): Promise<Project> {
  const { workspace_id: workspaceId, workspace, role } = membership
  refuseUncarried(body, UNCARRIED)
  const title = titleOf(body)
  if (title === undefined) throw refused("Project name can't be blank")
  if (workspace.only_admins_create_projects === 1 && !isWorkspaceAdmin(role))
    throw inWords('forbidden', 'not_allowed', 'Only admins may create projects in this workspace')
  return transact(ctx, async (ctx) => {
    const clientId = (await clientIdOf(ctx, workspaceId, body)) ?? null
    await refuseTwin(ctx, { workspaceId, title, clientId })
    const color = PALETTE[randomInt(PALETTE.length)]
    const fields = { color, ...fieldsOf(body, undefined), title, client_id: clientId, makerJoins: true }
    const project = await createProject(ctx, workspaceId, fields)
    await rateFrom(ctx, { membership, project }, body)
    return project
  })
}

/** Changes a project as a body says; what the body leaves out stays. */
export function updateFrom(
  ctx: Ctx,
  { membership, project }: { membership: Membership; project: Project },
  body: Input,
): Promise<Project> {
  const { workspace_id: workspaceId } = membership
  refuseUncarried(body, UNCARRIED)
  const title = titleOf(body)
  return transact(ctx, async (ctx) => {
    const clientId = await clientIdOf(ctx, workspaceId, body)
    const named = {
      title: title ?? project.title,
      clientId: clientId === undefined ? project.client_id : clientId,
    }
    if (named.title !== project.title || named.clientId !== project.client_id)
      await refuseTwin(ctx, { ...named, workspaceId, except: project.id })
    const fields = { ...fieldsOf(body, project), title, client_id: clientId }
    const updated = await updateProject(ctx, { id: project.id }, fields)
    await rateFrom(ctx, { membership, project }, body)
    return updated
  })
}

function titleOf(body: Input): string | undefined {
  const name = textOf(body, 'name')
  if (name === undefined || name === null) return undefined
  if (name.trim() === '') throw refused("Project name can't be blank")
  return name.trim()
}

type Twin = { workspaceId: number; title: string; clientId: number | null; except?: number }

/** The service knows a project by its name and client; a tree may hold the same title twice, and keeps it. */
async function refuseTwin(ctx: Ctx, { workspaceId, title, clientId, except }: Twin): Promise<void> {
  if (!hasScope(ctx, 'read:projects')) return
  const filter = { workspaceId, title, clientIds: [clientId] }
  const page = { offset: 0, limit: 2, by: 'id', order: 'asc' } as const
  const twins = await listProjectsByNumber(ctx, filter, page)
  if (twins.some((twin) => twin.id !== except)) throw refused('Name has already been taken')
}

/** The client that is named: by id, or by a name that is made where nobody has it. */
async function clientIdOf(ctx: Ctx, workspaceId: number, body: Input): Promise<number | null | undefined> {
  const id = integerOf(body, spellingOf(body, 'client_id', 'cid'))
  const name = textOf(body, 'client_name')?.trim()
  if (typeof id === 'number') {
    const { rows } = await listClients(ctx, { workspaceId, ids: [id] }, { limit: 1, cursor: null })
    if (rows.length > 0) return id
    throw refused(`Client with the ID ${id} isn't present in workspace ${workspaceId}`)
  }
  if (name === undefined || name === '') return id
  const { rows } = await listClients(ctx, { workspaceId, name }, { limit: 1, cursor: null })
  return rows[0]?.id ?? (await createClient(ctx, workspaceId, { name })).id
}

function fieldsOf(body: Input, before: Project | undefined): ProjectFields {
  const active = flagOf(body, 'active') ?? undefined
  const billable = flagOf(body, 'billable') ?? undefined
  return {
    ...colorOf(body),
    is_private: flagOf(body, 'is_private') ?? undefined,
    is_archived: active === undefined ? undefined : !active,
    default_billing_status: billable === undefined ? undefined : billable ? 'billable' : 'not_billable',
    estimate_seconds: estimateOf(body, before),
    starts_on: dayOf(body, 'start_date'),
    ends_on: dayOf(body, 'end_date'),
  }
}

const HEX = /^#[0-9a-f]{6}$/i

function colorOf(body: Input): { color?: string } {
  const color = textOf(body, 'color')
  if (color === undefined || color === null || color === '') return {}
  if (HEX.test(color)) return { color }
  const rule = 'Project color must be a hex value in the form of #[0-9a-f]{6}.'
  throw refused(`Error in validating color '${color.slice(0, 64)}'. ${rule}`)
}

const MOST_HOURS = 1_000_000

/** Whole hours. Those that a client sends back as it read them leave the minutes of an estimate alone. */
function estimateOf(body: Input, before: Project | undefined): number | null | undefined {
  const hours = integerOf(body, 'estimated_hours')
  if (hours === undefined || hours === null) return hours
  if (hours < 0 || hours > MOST_HOURS) throw refused('Invalid estimated_hours')
  const was = before?.estimate_seconds ?? null
  return was !== null && hoursOf(was) === hours ? was : hours * 3600
}

/** A day; some clients send the whole moment, of which the date counts. */
function dayOf(body: Input, name: string): string | null | undefined {
  const text = textOf(body, name)
  if (text === undefined || text === null) return text
  return text === '' ? null : text.slice(0, 10)
}

async function rateFrom(
  ctx: Ctx,
  { membership, project }: { membership: Membership; project: Project },
  body: Input,
): Promise<void> {
  const rates = await currentRates(ctx, [membership], { level: 'project', of: [project.id] })
  const current = rates.find((rate) => rate.project_id === project.id)
  const usual = current?.currency ?? membership.workspace.currency
  const currency = textOf(body, 'currency') ?? usual
  // A project has no currency but that of its rate.
  if (currency !== usual && typeof body['rate'] !== 'number') throw notOffered('currency without a rate')
  const place = { workspaceId: membership.workspace_id, kind: 'billable', project_id: project.id } as const
  await setRateFrom(ctx, place, { body, names: BILLABLE, current, currency })
}
