import type { Ctx } from '../../core/context.ts'
import { AppError, invalid } from '../../core/errors.ts'
import { findProject, type Project, projectsById } from '../../core/projects/read.ts'
import { type ProjectReference, resolveProject } from '../../core/projects/resolve.ts'
import { type Call, type Input, isRecord, label, listOf, printable, valueOf } from './wire.ts'

export type Kind = 'projects' | 'time-entries' | 'users' | 'teams'

/** A bare id, `/projects/1`, `projects/1`, either with the API root before it, or a whole address. */
const REFERENCE = /^(?:(?:https?:\/\/[^/?#]+)?(?:\/?[\w./-]*\bapi\/v1)?\/?([a-z-]+)\/)?([1-9]\d{0,15})$/i

/**
 * The id in a reference in any form, `{"self": …}` included. Documents call references opaque, yet clients were seen to
 * send bare ids, ids as numbers, and the API root before the reference.
 */
export function idOf(value: unknown, kind: Kind): number | undefined {
  const text = isRecord(value) ? value['self'] : value
  if (typeof text !== 'string' && typeof text !== 'number') return undefined
  // The Python samples of the documents send `\/projects\/1`.
  const match = REFERENCE.exec(String(text).trim().replaceAll('\\/', '/'))
  const id = Number(match?.[2])
  const isOfKind = match?.[1] === undefined || match[1] === kind
  return isOfKind && Number.isSafeInteger(id) ? id : undefined
}

export function requiredIdOf(value: unknown, kind: Kind, name: string): number {
  const id = idOf(value, kind)
  if (id === undefined) throw unknown(name)
  return id
}

function unknown(name: string): AppError {
  return invalid(name, `The selected ${label(name)} is invalid.`)
}

/** The colleague whose entry a call is about; 0 for one that cannot be, which is the owner of nothing. */
export function otherUserOf(input: Input): number | undefined {
  const value = valueOf(input, 'other_user_id')
  return value === undefined || value === null ? undefined : (idOf(value, 'users') ?? 0)
}

/**
 * The projects a list is restricted to, with null for "no project", which is the empty text. The answers of the service
 * itself link to `project[]`. A project nobody knows is a mistake in a script, not an empty answer.
 */
export async function listedProjects({ ctx, input }: Call): Promise<(number | null)[] | undefined> {
  const values = listOf(input, 'projects', 'project')
  if (!values) return undefined
  const ids = values.map((value, index) =>
    value === '' ? null : requiredIdOf(value, 'projects', `projects.${index}`),
  )
  const visible = await projectsById(
    ctx,
    ids.filter((id) => id !== null),
  )
  const strange = ids.findIndex((id) => id !== null && !visible.has(id))
  if (strange !== -1) throw unknown(`projects.${strange}`)
  return ids
}

/**
 * The project somebody means by a reference, a title, or all titles from a root. Nothing is made on the quiet: what is
 * not found, or found more than once, is an error on the field.
 */
export async function projectOf(ctx: Ctx, input: Input, name: string): Promise<Project | null | undefined> {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  try {
    return await meantProject(ctx, value, name)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'not_found') throw unknown(name)
    const problem = error.fields?.['project']
    throw problem === undefined ? error : invalid(name, problem, error.reason)
  }
}

async function meantProject(ctx: Ctx, value: unknown, name: string): Promise<Project> {
  const chain = chainOf(value)
  if (chain) return resolveProject(ctx, { chain: chain.map((title) => printable(title, name)) })
  const id = idOf(value, 'projects')
  const isTitle = typeof value === 'string' && (id === undefined || /^\d+$/.test(value))
  if (isTitle) return titledProject(ctx, { title: printable(value, name) }, id)
  return resolveProject(ctx, { id: requiredIdOf(value, 'projects', name) })
}

/** A number on its own is a title first and an id second. */
async function titledProject(
  ctx: Ctx,
  reference: ProjectReference,
  id: number | undefined,
): Promise<Project> {
  try {
    return await resolveProject(ctx, reference)
  } catch (error) {
    const isUntitled = error instanceof AppError && error.reason === 'no_such_thing'
    const project = isUntitled && id !== undefined ? await findProject(ctx, id) : undefined
    if (project) return project
    throw error
  }
}

/** A title chain as an array, or as the JSON text of one, which is how it fits into an address. */
function chainOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((each) => typeof each === 'string') ? value : undefined
  }
  if (typeof value !== 'string' || !value.startsWith('[')) return undefined
  try {
    return chainOf(JSON.parse(value))
  } catch {
    // A title may begin with a bracket.
    return undefined
  }
}
