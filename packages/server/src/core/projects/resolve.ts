import { membershipsOf } from '../access.ts'
import type { Ctx } from '../context.ts'
import { invalid } from '../errors.ts'
import { nameKey } from '../rules/names.ts'
import { type Project, requireProject, visibleProjects, withChains } from './read.ts'

/** How a person or script names a project: by id, by title, or by all titles from a root. */
export type ProjectReference = { id: number } | { title: string } | { chain: readonly string[] }

/**
 * Finds the project that is meant. A title matches exactly before it matches in another case, and one that is in use
 * before one that is archived. Nothing found and several found are errors, the latter with the chains to choose from.
 */
export async function resolveProject(ctx: Ctx, reference: ProjectReference): Promise<Project> {
  if ('id' in reference) return requireProject(ctx, reference.id)
  const title = 'title' in reference ? reference.title : (reference.chain.at(-1) ?? '')
  const rows = await visibleProjects(ctx, await membershipsOf(ctx))
    .where('project.title_key', '=', nameKey(title.trim()))
    .orderBy('project.id')
    .limit(200)
    .execute()
  const named = await withChains(ctx, rows)
  const candidates =
    'chain' in reference ? named.filter((project) => sameChain(project.title_chain, reference.chain)) : named
  const preferences: ((project: Project) => boolean)[] = [
    (project) => project.title === title.trim(),
    (project) => !project.is_hidden,
  ]
  let left = candidates
  for (const preferred of preferences) {
    if (left.some(preferred)) left = left.filter(preferred)
  }
  const [only, ...others] = left
  const wanted = 'chain' in reference ? reference.chain.join(' ▸ ') : title
  if (!only)
    throw invalid('project', `There is no project ${JSON.stringify(wanted.slice(0, 200))}.`, 'no_such_thing')
  if (others.length === 0) return only
  const chains = left.slice(0, 10).map((project) => project.title_chain.join(' ▸ '))
  throw invalid('project', `Several projects have this title: ${chains.join('; ')}.`, 'ambiguous')
}

function sameChain(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length && a.every((title, level) => nameKey(title) === nameKey(b[level]?.trim() ?? ''))
  )
}
