import { type Membership, workspaceIds } from '../access.ts'
import type { Ctx } from '../context.ts'
import { visibleProjects, whereProjectVisible, withChains } from '../projects/read.ts'
import { idsOfPath } from '../rules/project-path.ts'
import type { Key, ProjectPlace } from './columns.ts'
import type { Grouping } from './question.ts'
import { idsAt, type Tree } from './tree.ts'

/** What a key is called. */
export type Label = { label: string | null; chain: string[] | null; color: string | null }

/** The names of everything lines stand under, by grouping and key. */
export type Labels = (by: Grouping, key: Key) => Label

const NAMELESS: Label = { label: null, chain: null, color: null }
const plain = (label: string | null): Label => ({ ...NAMELESS, label })

export async function labelsOf(
  ctx: Ctx,
  { groupBy, tree }: { groupBy: readonly Grouping[]; tree: Tree },
  within: readonly Membership[],
): Promise<Labels> {
  const known = new Map<Grouping, ReadonlyMap<number, Label>>()
  for (const [index, by] of groupBy.entries()) {
    const ids = isById(by) ? [...idsAt(tree, index + 1)] : []
    known.set(by, await namesOf(ctx, { by, ids }, within))
  }
  return (by, key) => {
    if (key === null) return NAMELESS
    if (typeof key === 'number') return known.get(by)?.get(key) ?? NAMELESS
    return by === 'rate' ? plain(rateLabel(key)) : plain(key)
  }
}

function isById(by: Grouping): boolean {
  return by === 'user' || by === 'client' || by === 'task' || by === 'tag' || by.startsWith('project')
}

/** Minor units and a currency as people write them: `100.00 EUR`. */
function rateLabel(key: string): string {
  const [rate, currency = ''] = key.split(' ')
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return `${(Number(rate) / 10 ** digits).toFixed(digits)} ${currency}`
}

const IDS_AT_ONCE = 5000

/** What things of one kind are called, by id. */
export async function namesOf(
  ctx: Ctx,
  { by, ids }: { by: Grouping; ids: readonly number[] },
  within: readonly Membership[],
): Promise<Map<number, Label>> {
  const names = new Map<number, Label>()
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const some = ids.slice(start, start + IDS_AT_ONCE)
    for (const [id, label] of await readNames(ctx, { by, ids: some }, within)) names.set(id, label)
  }
  return names
}

async function readNames(
  ctx: Ctx,
  { by, ids }: { by: Grouping; ids: readonly number[] },
  within: readonly Membership[],
): Promise<[number, Label][]> {
  const { kysely } = ctx.db
  if (by === 'user') {
    const users = await kysely
      .selectFrom('user')
      .select(['id', 'name', 'email'])
      .where('id', 'in', ids)
      .execute()
    return users.map(({ id, name, email }) => [id, plain(name ?? email)])
  }
  if (by === 'task') {
    // As visible as its project, which may have become private to others.
    const tasks = await visibleProjects(ctx, within)
      .innerJoin('task', (join) =>
        join
          .onRef('task.workspace_id', '=', 'project.workspace_id')
          .onRef('task.project_id', '=', 'project.id'),
      )
      .clearSelect()
      .select(['task.id', 'task.name'])
      .where('task.id', 'in', ids)
      .execute()
    return tasks.map(({ id, name }) => [id, plain(name)])
  }
  if (by === 'client') {
    const rows = await kysely
      .selectFrom('client')
      .select(['id', 'name'])
      .where('workspace_id', 'in', workspaceIds(within))
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, name }) => [id, plain(name)])
  }
  if (by === 'tag') {
    const tags = await kysely
      .selectFrom('tag')
      .select(['id', 'name', 'color'])
      .where('workspace_id', 'in', workspaceIds(within))
      .where('id', 'in', ids)
      .execute()
    return tags.map(({ id, name, color }) => [id, { label: name, chain: null, color }])
  }
  const projects = await visibleProjects(ctx, within).where('project.id', 'in', ids).execute()
  return (await withChains(ctx, projects)).map(({ id, title, title_chain, color }) => [
    id,
    { label: title, chain: title_chain, color },
  ])
}

/**
 * Where every project of these workspaces stands, for groupings by client and by level. Of a project that has become
 * private to others, one does not learn whom it is for.
 */
export async function projectPlaces(
  ctx: Ctx,
  within: readonly Membership[],
): Promise<Map<number, ProjectPlace>> {
  const projects = await ctx.db.kysely
    .selectFrom('project')
    .select(['project.id', 'project.path'])
    .select((eb) =>
      eb
        .case()
        .when(whereProjectVisible(ctx, within)(eb))
        .then(eb.ref('project.client_id'))
        .end()
        .as('client_id'),
    )
    .where('project.workspace_id', 'in', workspaceIds(within))
    .execute()
  return new Map(projects.map(({ id, client_id, path }) => [id, { client_id, path: idsOfPath(path) }]))
}
