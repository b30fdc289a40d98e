import type { Report, ReportLine } from '@sundial/sdk'
import { useMemo, useState } from 'react'

/** So many lines are shown open from the start. */
const openUpTo = 40

/** A line that is shown, and whether what is below it is, too. */
export type OpenRow = {
  id: string
  line: ReportLine
  depth: number
  isOpen: boolean
  parentId: string | undefined
}

/** A short report lies open, a long one shows its first level; what is opened or closed by hand stays so. */
export function useOpenRows({ groups, group_by, row_count }: Report) {
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const isOpenAtFirst = row_count <= openUpTo
  const shape = `${group_by.join()} ${isOpenAtFirst}`
  const [shapeBefore, setShapeBefore] = useState(shape)
  if (shape !== shapeBefore) {
    setShapeBefore(shape)
    setFlipped(new Set())
  }
  return useMemo(() => {
    const rows: OpenRow[] = []
    const openable: string[] = []
    addRows(groups, { depth: 0, parentId: undefined, isShown: true })
    const shown = rows.filter(({ isOpen, line }) => isOpen && line.groups.length > 0).length
    const isAllOpen = shown === openable.length
    return {
      rows,
      canOpen: openable.length > 0,
      isAllOpen,
      toggle: (id: string) => {
        setFlipped((before) => {
          const after = new Set(before)
          if (!after.delete(id)) after.add(id)
          return after
        })
      },
      toggleAll: () => {
        setFlipped(new Set(isAllOpen === isOpenAtFirst ? openable : []))
      },
    }

    function addRows(
      lines: readonly ReportLine[],
      { depth, parentId, isShown }: Pick<OpenRow, 'depth' | 'parentId'> & { isShown: boolean },
    ) {
      for (const line of lines) {
        const id = `${parentId ?? ''}/${line.key ?? 'none'}`
        const isOpen = flipped.has(id) !== isOpenAtFirst
        if (line.groups.length > 0) openable.push(id)
        if (isShown) rows.push({ id, line, depth, isOpen, parentId })
        addRows(line.groups, { depth: depth + 1, parentId: id, isShown: isShown && isOpen })
      }
    }
  }, [groups, flipped, isOpenAtFirst])
}
