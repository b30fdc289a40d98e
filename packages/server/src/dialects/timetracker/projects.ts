import type { FastifyInstance } from 'fastify'
import { canCreateProjects, type Membership, requireAllowed } from '../../core/access.ts'
import { clientsById } from '../../core/clients.ts'
import { type Ctx, transact } from '../../core/context.ts'
import {
  countProjects,
  type FlatFilter,
  isProjectTaken,
  listProjectsByNumber,
} from '../../core/projects/list.ts'
import { getProject, type Project } from '../../core/projects/read.ts'
import { createProject, type ProjectFields, updateProject } from '../../core/projects/write.ts'
import { orWords, refusal, validation } from './errors.ts'
import {
  bodyOf,
  booleanOf,
  customFieldsOf,
  decimalOf,
  type Input,
  integerOf,
  keptText,
  numberIn,
  pathId,
  queryOf,
  refuseUnknown,
  textOf,
} from './input.ts'
import { pageOf, paginationOf } from './pages.ts'
import { BILLING_REF, showProject, showProjects } from './project-map.ts'
import { setPrices } from './project-money.ts'
import { type Call, route } from './route.ts'

export function projectRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/projects',
    summary: 'List projects by name, those in use unless a status is named',
    scope: 'read:projects',
    async handle({ ctx, place, workspaceId, request }) {
      const page = pageOf(request)
      const query = queryOf(request)
      const clientId = numberIn(query, 'client_id')
      const filter = {
        workspaceId,
        ...statusFilter(query['status'] ?? 'active'),
        ...(clientId === undefined ? {} : { clientIds: [clientId] }),
      }
      const total = await countProjects(ctx, filter)
      const rows = await listProjectsByNumber(ctx, filter, {
        ...page.slice,
        by: 'title_key',
        order: 'asc',
      })
      return { projects: await showProjects(ctx, rows, place), pagination: paginationOf(page, total) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/projects',
    summary: 'Create a project for a client',
    scope: 'write:projects',
    async handle({ ctx, place, request, reply }) {
      const project = await created(ctx, place, bodyOf(request))
      reply.code(201)
      return { message: 'Project created successfully', project: await showProject(ctx, project, place) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/projects/:project_id',
    summary: 'Show a project',
    scope: 'read:projects',
    async handle({ ctx, place, request }) {
      const id = pathId(request, 'project_id')
      const project = await orWords(getProject(ctx, id), () =>
        refusal(`Project with ID ${id} not found`, { status: 404, code: 'not_found' }),
      )
      return { project: await showProject(ctx, project, place) }
    },
  })

  route(app, {
    method: ['PUT', 'PATCH'],
    url: '/projects/:project_id',
    summary: 'Update a project; what is left out stays',
    scope: 'write:projects',
    async handle({ ctx, place, request }) {
      const change = { id: pathId(request, 'project_id'), input: bodyOf(request) }
      const project = await orWords(updated(ctx, place, change), () => refusal('Project not found'))
      return { message: 'Project updated successfully', project: await showProject(ctx, project, place) }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/projects/:project_id',
    summary: 'Archive a project',
    scope: 'write:projects',
    async handle({ ctx, request }: Call) {
      const changes = { is_archived: true, archive_reason: 'Archived via API' }
      await orWords(updateProject(ctx, { id: pathId(request, 'project_id') }, changes), () =>
        refusal('Project not found', { status: 404 }),
      )
      return { message: 'Project archived successfully' }
    },
  })
}

/** The statuses of the system are fewer than ours; an archived project has no other there. */
function statusFilter(status: string): Pick<FlatFilter, 'isArchived' | 'statuses'> {
  if (status === 'all') return {}
  if (status === 'archived') return { isArchived: true }
  if (status === 'inactive') return { isArchived: false, statuses: ['inactive', 'completed', 'cancelled'] }
  return { isArchived: false, statuses: [status === 'on_hold' ? 'on_hold' : 'active'] }
}

const CREATED_FIELDS = [
  'name',
  'client_id',
  'description',
  'billable',
  'hourly_rate',
  'billing_ref',
  'code',
  'estimated_hours',
  'budget_amount',
  'budget_threshold_percent',
  // Its documents send these; its own server refuses the first.
  'status',
  'color',
  'custom_fields',
]

async function created(ctx: Ctx, place: Membership, input: Input): Promise<Project> {
  // Before anything is said of the projects that are there.
  requireAllowed(canCreateProjects(place), 'Your role may not make projects.')
  refuseUnknown(input, CREATED_FIELDS)
  const title = keptText(input, 'name')
  if (!title) throw validation('Project name is required', { name: ['Project name is required'] })
  if (title.length > 200)
    throw validation('Validation failed', { name: ['Length must be between 1 and 200.'] })
  refuseLonger(input, { billing_ref: 100, code: 20 })
  const clientId = integerOf(input, 'client_id') ?? undefined
  if (clientId === undefined || !(await clientsById(ctx, [clientId])).has(clientId))
    throw refusal('Invalid client')
  await refuseTwins(ctx, place.workspace_id, { title, clientId, code: codeOf(input) })
  return transact(ctx, async (ctx) => {
    const project = await createProject(ctx, place.workspace_id, {
      ...fieldsOf(input),
      title,
      client_id: clientId,
      default_billing_status: booleanOf(input, 'billable') === false ? 'not_billable' : 'billable',
    })
    return setPrices(ctx, place, { project, input })
  })
}

/** As the strict body of the system has it; an update takes more. */
function refuseLonger(input: Input, longest: Readonly<Record<string, number>>): void {
  const long = Object.entries(longest).filter(([name, most]) => (textOf(input, name)?.length ?? 0) > most)
  if (long.length === 0) return
  const errors = long.map(([name, most]) => [name, [`Longer than maximum length ${most}.`]])
  throw validation('Validation failed', Object.fromEntries(errors))
}

type Names = { title: string; clientId: number; code: string | undefined }

/** On this wire a client's projects have names of their own, and all projects codes of their own. */
async function refuseTwins(ctx: Ctx, workspaceId: number, { title, clientId, code }: Names): Promise<void> {
  if (await isProjectTaken(ctx, workspaceId, { title, clientId }))
    throw refusal('A project with this name already exists for this client')
  if (code !== undefined && (await isProjectTaken(ctx, workspaceId, { code })))
    throw refusal('Project code already in use')
}

async function updated(
  ctx: Ctx,
  place: Membership,
  { id, input }: { id: number; input: Input },
): Promise<Project> {
  const title = keptText(input, 'name')
  const clientId = integerOf(input, 'client_id')
  const billable = booleanOf(input, 'billable')
  return transact(ctx, async (ctx) => {
    const project = await updateProject(
      ctx,
      { id },
      {
        ...fieldsOf(input),
        ...(title ? { title } : {}),
        ...(clientId === undefined ? {} : { client_id: clientId }),
        ...(billable === undefined ? {} : { default_billing_status: billable ? 'billable' : 'not_billable' }),
      },
    )
    return setPrices(ctx, place, { project, input })
  })
}

function codeOf(input: Input): string | undefined {
  return keptText(input, 'code')?.toUpperCase() || undefined
}

/** What both creating and updating take. */
function fieldsOf(input: Input): ProjectFields {
  const hours = decimalOf(input, 'estimated_hours')
  const reference = textOf(input, 'billing_ref')
  const color = keptText(input, 'color')
  if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(color))
    throw validation('Validation failed', { color: ['Not a valid color.'] })
  const custom = {
    ...customFieldsOf(input),
    ...(reference === undefined ? {} : { [BILLING_REF]: reference === '' ? null : reference }),
  }
  const description = textOf(input, 'description')
  return {
    ...(description === undefined ? {} : { notes: description }),
    ...(input['code'] === undefined ? {} : { code: codeOf(input) ?? null }),
    ...(hours === undefined ? {} : { estimate_seconds: hours === null ? null : Math.round(hours * 3600) }),
    ...(color === undefined ? {} : { color }),
    ...(Object.keys(custom).length === 0 ? {} : { custom_fields: custom }),
    ...statusFields(keptText(input, 'status')),
  }
}

const STATUSES = ['active', 'inactive', 'on_hold', 'completed', 'cancelled'] as const

function statusFields(status: string | undefined): Pick<ProjectFields, 'status' | 'is_archived'> {
  if (status === undefined) return {}
  if (status === 'archived') return { is_archived: true }
  const known = STATUSES.find((each) => each === status)
  if (known) return { status: known, is_archived: false }
  throw validation('Validation failed', { status: [`Must be one of: ${STATUSES.join(', ')}, archived.`] })
}
