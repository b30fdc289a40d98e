import type { Entry } from '@sundial/sdk'
import { useState } from 'react'
import type { EntryGroup } from './day-groups.ts'
import { EntryRow } from './entry-row.tsx'
import type { EntrySelection } from './entry-selection.ts'
import { FoldedRow } from './folded-row.tsx'

type Props = {
  group: EntryGroup
  selection: EntrySelection
  isReadOnly: boolean
  onEdit: (entry: Entry) => void
}

/** One entry, or several of the same title and project folded into a line that opens. */
export function EntryGroupRows({ group, selection, isReadOnly, onEdit }: Props) {
  const [isOpen, setOpen] = useState(false)
  const isFolded = group.entries.length > 1
  return (
    <>
      {isFolded && (
        <FoldedRow
          group={group}
          selection={selection}
          isReadOnly={isReadOnly}
          isOpen={isOpen}
          onToggle={() => {
            setOpen(!isOpen)
          }}
        />
      )}
      {(!isFolded || isOpen) &&
        group.entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            selection={selection}
            isReadOnly={isReadOnly}
            isInside={isFolded}
            onEdit={onEdit}
          />
        ))}
    </>
  )
}
