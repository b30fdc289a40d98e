import type { Group } from './answer.ts'
import type { Labels } from './labels.ts'
import type { Grouping, Sort } from './question.ts'
import { type Sight, type Sum, toMeasures } from './sums.ts'
import type { Tree } from './tree.ts'

type Shape = {
  groupBy: readonly Grouping[]
  labels: Labels
  sort: Sort | null
  sight: Sight
  limit: number
}

/** The lines below a total as they are shown: sorted on each level, with at most `limit` innermost ones. */
export function nest(tree: Tree, { groupBy, labels, sort, sight, limit }: Shape): Group[] {
  let left = limit
  return groupsBelow(tree, 0)

  function groupsBelow(node: Tree, depth: number): Group[] {
    const by = groupBy[depth]
    if (by === undefined) {
      left -= 1
      return []
    }
    const shown: Group[] = []
    for (const line of sorted([...node.below.values()], by)) {
      if (left <= 0) break
      shown.push({
        by,
        key: line.key,
        ...labels(by, line.key),
        total: toMeasures(line.sum, sight),
        groups: groupsBelow(line, depth + 1),
      })
    }
    return shown
  }

  function sorted(lines: Tree[], by: Grouping): Tree[] {
    const order = sort ?? (isPeriod(by) ? 'label' : '-seconds')
    const direction = order.startsWith('-') ? -1 : 1
    const wanted = order.replace('-', '')
    const value = ({ key, sum }: Tree): number | string => {
      if (wanted === 'seconds') return sum.seconds
      if (wanted === 'amount') return largestAmount(sum)
      const { label, chain } = labels(by, key)
      return (chain?.join('\u0000') ?? label ?? '').toLowerCase()
    }
    const valued = lines.map((line) => ({ line, value: value(line), tie: String(line.key) }))
    valued.sort((a, b) => compare(a.value, b.value) * direction || compare(a.tie, b.tie))
    return valued.map(({ line }) => line)
  }
}

const collator = new Intl.Collator('en', { numeric: true })

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return a === b ? 0 : a < b ? -1 : 1
}

/** Currencies are never added together, so the largest amount in any of them says where a line stands. */
function largestAmount({ money }: Sum): number {
  return Math.max(0, ...money.map(({ billable }) => billable))
}

function isPeriod(by: Grouping): boolean {
  return by === 'day' || by === 'week' || by === 'month' || by === 'year' || by === 'span'
}
