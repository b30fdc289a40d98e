import type { Group, Report } from '../core/reports/answer.ts'
import type { Grouping } from '../core/reports/question.ts'
import { localClock } from './local-clock.ts'
import { groupName } from './words.ts'

/** A line of a report in reading order: a group before what is below it. */
export type Line = {
  group: Group
  /** What it and those above it are called, from the outermost. */
  names: string[]
  depth: number
  isInnermost: boolean
}

export function* linesOf(report: Report): Generator<Line, void, undefined> {
  const clock = localClock(report.time_zone)
  yield* below(report.groups, [], [])

  function* below(
    groups: readonly Group[],
    names: readonly string[],
    above: readonly Grouping[],
  ): Generator<Line, void, undefined> {
    for (const group of groups) {
      const path = [...names, groupName(group, { clock, above })]
      yield { group, names: path, depth: names.length, isInnermost: group.groups.length === 0 }
      yield* below(group.groups, path, [...above, group.by])
    }
  }
}
