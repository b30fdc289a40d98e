import type { Project } from '@sundial/sdk'
import { compareNames } from '../../lib/locale.ts'
import { projectName } from './projects.ts'

export type ProjectRow = { project: Project; depth: number; hasChildren: boolean }

/** Depth first, siblings by position; a child whose parent is not among `projects` stands at the root. */
export function flattenTree(
  projects: readonly Project[],
  isOpen: (id: number) => boolean = () => true,
): ProjectRow[] {
  const ids = new Set(projects.map(({ id }) => id))
  const childrenOf = new Map<number | null, Project[]>()
  for (const project of projects) {
    const parent = project.parent_id !== null && ids.has(project.parent_id) ? project.parent_id : null
    const siblings = childrenOf.get(parent)
    if (siblings) siblings.push(project)
    else childrenOf.set(parent, [project])
  }
  const rows: ProjectRow[] = []
  addChildren(null, 0)
  return rows

  function addChildren(parent: number | null, depth: number) {
    const children = childrenOf.get(parent) ?? []
    children.sort((a, b) => a.position - b.position || compareNames(a.title, b.title))
    for (const project of children) {
      const hasChildren = childrenOf.has(project.id)
      rows.push({ project, depth, hasChildren })
      if (hasChildren && isOpen(project.id)) addChildren(project.id, depth + 1)
    }
  }
}

/** Best first: the title begins so, a word of it does, it occurs anywhere in the chain. */
export function searchProjects(projects: readonly Project[], query: string): Project[] {
  const wanted = fold(query)
  return projects
    .map((project) => ({ project, rank: rankOf(project, wanted) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || compareNames(projectName(a.project), projectName(b.project)))
    .map(({ project }) => project)
}

/** The one project a typed reference means; undefined when it is unknown or could mean several. */
export function resolveProject(projects: readonly Project[], reference: string): Project | undefined {
  const wanted = fold(reference)
  const tests = [
    (project: Project) => fold(project.title) === wanted,
    (project: Project) => fold(project.title).replaceAll(' ', '') === wanted,
    (project: Project) => rankOf(project, wanted) <= 1,
    (project: Project) => rankOf(project, wanted) < 4,
  ]
  for (const test of tests) {
    const found = projects.filter(test)
    if (found.length === 1) return found[0]
    if (found.length > 1) return undefined
  }
  return undefined
}

/** The project and everything below it: where it must not be moved. */
export function idsBelow(projects: readonly Project[], id: number): Set<number> {
  const below = new Set([id])
  let size: number
  do {
    size = below.size
    for (const project of projects) {
      if (project.parent_id !== null && below.has(project.parent_id)) below.add(project.id)
    }
  } while (below.size > size)
  return below
}

/** The projects with one of them below another, or at the top; the chains of titles follow. */
export function withParent(projects: readonly Project[], id: number, parentId: number | null): Project[] {
  const moved = projects.find((project) => project.id === id)
  if (!moved) return [...projects]
  const above = projects.find((project) => project.id === parentId)?.title_chain ?? []
  const below = idsBelow(projects, id)
  const dropped = moved.title_chain.length - 1
  return projects.map((project) => {
    if (!below.has(project.id)) return project
    const chain = [...above, ...project.title_chain.slice(dropped)]
    return { ...project, title_chain: chain, ...(project.id === id && { parent_id: parentId }) }
  })
}

function rankOf(project: Project, wanted: string): number {
  const title = fold(project.title)
  if (title === wanted) return 0
  if (title.startsWith(wanted)) return 1
  if (title.split(/\s+/).some((word) => word.startsWith(wanted))) return 2
  return fold(projectName(project)).includes(wanted) ? 3 : 4
}

/** É finds é and e. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
