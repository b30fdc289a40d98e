import type { Deal, DealSums, Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Board } from '../board/board.tsx'
import { clientsQuery } from '../clients/clients.ts'
import { useOwnerNames } from '../crm/owners.ts'
import { usableModules } from '../workspaces/modules.ts'
import { BoardProvider } from './board-context.tsx'
import { DealCardFace } from './deal-card.tsx'
import { DealColumn } from './deal-column.tsx'
import { useMoveDeal } from './deals.ts'
import { LostDialog } from './lost-dialog.tsx'
import { columnsOf, stages, type Stage } from './stages.ts'

type Props = { workspace: Workspace; deals: Deal[]; sums: DealSums['data'] }

/** Deals in columns by stage, carried from one to the next. */
export function DealBoard({ workspace, deals, sums }: Props) {
  const [moved, setMoved] = useState<number>()
  const [losing, setLosing] = useState<Deal>()
  const move = useMoveDeal()
  const [said, say] = useState('')
  const { t } = useTranslation()
  const columns = useMemo(() => columnsOf(deals), [deals])
  const names = useNames(workspace)

  function moveTo(deal: Deal, stage: Stage) {
    if (deal.stage === stage) return
    setMoved(deal.id)
    if (stage === 'closed_lost') setLosing(deal)
    else carryOut({ deal, stage })
  }

  function carryOut(moving: Parameters<typeof move.mutate>[0]) {
    const column = t(`crm.deals.in.${moving.stage}`)
    say(t('board.dropped', { name: moving.deal.name, column }))
    move.mutate(moving)
  }

  return (
    <BoardProvider board={{ ...names, workspaceId: workspace.id, moved, moveTo }}>
      <Board
        columns={stages}
        columnName={(stage) => t(`crm.deals.in.${stage}`)}
        cards={deals}
        face={(deal) => <DealCardFace deal={deal} />}
        onMove={moveTo}
        said={said}
        say={say}
      >
        {stages.map((stage) => (
          <DealColumn
            key={stage}
            stage={stage}
            deals={columns[stage]}
            sums={sums.filter((sum) => sum.stage === stage)}
          />
        ))}
      </Board>
      {losing && (
        <LostDialog
          deal={losing}
          onLose={(lossReason) => {
            setLosing(undefined)
            carryOut({ deal: losing, stage: 'closed_lost', lossReason })
          }}
          onClose={() => {
            setLosing(undefined)
          }}
        />
      )}
    </BoardProvider>
  )
}

function useNames(workspace: Workspace) {
  const ownerNames = useOwnerNames(workspace)
  const { data: clients } = useQuery({
    ...clientsQuery(workspace.id),
    enabled: usableModules(workspace).has('clients'),
  })
  const clientNames = useMemo(() => new Map(clients?.map(({ id, name }) => [id, name])), [clients])
  return { ownerNames, clientNames }
}
