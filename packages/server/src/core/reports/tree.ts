import type { Key } from './columns.ts'
import type { Line } from './lines.ts'
import { addSum, emptySum, type Sum } from './sums.ts'

/** The lines of a report on every level: the total at the root, below each line those it is the sum of. */
export type Tree = {
  key: Key
  sum: Sum
  below: Map<Key, Tree>
  /** The entry that was added last, which counts once however many pieces it comes in. */
  lastEntry: number
}

export function emptyTree(key: Key = null): Tree {
  return { key, sum: emptySum(), below: new Map(), lastEntry: 0 }
}

/** Adds to the line under these keys, and to every line above it. */
export function addToTree(tree: Tree, keys: readonly Key[], sum: Sum): void {
  addSum(tree.sum, sum)
  let node = tree
  for (const key of keys) {
    node = lineBelow(node, key)
    addSum(node.sum, sum)
  }
}

/** The same for a piece of an entry; the pieces of one follow one another. */
export function addPiece(tree: Tree, keys: readonly Key[], piece: { entryId: number; sum: Sum }): void {
  addOnce(tree, piece)
  let node = tree
  for (const key of keys) {
    node = lineBelow(node, key)
    addOnce(node, piece)
  }
}

function addOnce(node: Tree, { entryId, sum }: { entryId: number; sum: Sum }): void {
  addSum(node.sum, sum)
  if (node.lastEntry === entryId) node.sum.entries -= sum.entries
  node.lastEntry = entryId
}

function lineBelow(node: Tree, key: Key): Tree {
  const known = node.below.get(key)
  if (known) return known
  const made = emptyTree(key)
  node.below.set(key, made)
  return made
}

/** Puts the sums of another tree in place of those of one that goes deeper and counts some entries more than once. */
export function overrule(tree: Tree, by: Tree): void {
  tree.sum = by.sum
  for (const [key, node] of by.below) {
    const known = tree.below.get(key)
    if (known) overrule(known, node)
  }
}

/** Everything on one level, 0 being the total. */
export function* linesAt(tree: Tree, depth: number, keys: readonly Key[] = []): Generator<Line> {
  if (depth === 0) {
    yield { keys, sum: tree.sum }
    return
  }
  for (const node of tree.below.values()) yield* linesAt(node, depth - 1, [...keys, node.key])
}

/** How many lines there are on a level. */
export function countAt(tree: Tree, depth: number): number {
  if (depth === 0) return 1
  if (depth === 1) return tree.below.size
  let count = 0
  for (const node of tree.below.values()) count += countAt(node, depth - 1)
  return count
}

/** The keys on a level that are ids. */
export function idsAt(tree: Tree, depth: number, ids = new Set<number>()): Set<number> {
  for (const node of tree.below.values()) {
    if (depth > 1) idsAt(node, depth - 1, ids)
    else if (typeof node.key === 'number') ids.add(node.key)
  }
  return ids
}
