import type { Project } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { flattenTree, idsBelow, resolveProject, searchProjects } from './project-tree.ts'

function project(id: number, chain: string[], parentId: number | null = null): Project {
  // What the tree reads; the rest of a project does not matter to it.
  return { id, title: chain.at(-1) ?? '', title_chain: chain, parent_id: parentId, position: id } as Project
}

const projects = [
  project(3, ['Garden']),
  project(2, ['Website', 'Shop'], 1),
  project(1, ['Website']),
  project(4, ['Website', 'Shop', 'Été sale'], 2),
]

test('a tree is read depth first, closed parts left out', () => {
  const read = (rows: ReturnType<typeof flattenTree>) => rows.map((row) => [row.project.id, row.depth])
  expect(read(flattenTree(projects))).toEqual([
    [1, 0],
    [2, 1],
    [4, 2],
    [3, 0],
  ])
  expect(read(flattenTree(projects, (id) => id !== 2))).toEqual([
    [1, 0],
    [2, 1],
    [3, 0],
  ])
  expect(read(flattenTree(projects.slice(0, 2)))).toEqual([
    [2, 0],
    [3, 0],
  ])
})

test('nothing moves below itself', () => {
  expect(idsBelow(projects, 1)).toEqual(new Set([1, 2, 4]))
})

test('the best match comes first, accents aside', () => {
  expect(searchProjects(projects, 'shop').map(({ id }) => id)).toEqual([2, 4])
  expect(searchProjects(projects, 'ete').map(({ id }) => id)).toEqual([4])
  expect(searchProjects(projects, 'nowhere')).toEqual([])
})

test('a typed name means one project or none', () => {
  expect(resolveProject(projects, 'shop')?.id).toBe(2)
  expect(resolveProject(projects, 'étésale')?.id).toBe(4)
  expect(resolveProject(projects, 'gard')?.id).toBe(3)
  expect(resolveProject(projects, 'web')?.id).toBe(1)
  expect(resolveProject(projects, 'o')).toBeUndefined()
})
