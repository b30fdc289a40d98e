import type { Deal } from '@sundial/sdk'
import { createContext, use, type ReactNode } from 'react'
import type { Stage } from './stages.ts'

type Board = {
  workspaceId: number
  clientNames: ReadonlyMap<number, string>
  /** Empty where it goes without saying whose a deal is. */
  ownerNames: ReadonlyMap<number, string>
  /** The card moved last; in its new column it takes the focus that it had in the old one. */
  moved: number | undefined
  moveTo: (deal: Deal, stage: Stage) => void
}

const BoardContext = createContext<Board | undefined>(undefined)

/** What every card of a board knows of it. */
export function BoardProvider({ board, children }: { board: Board; children: ReactNode }) {
  return <BoardContext value={board}>{children}</BoardContext>
}

export function useBoard(): Board {
  const board = use(BoardContext)
  if (!board) throw new Error('This component needs a board around it.')
  return board
}
