import {
  closestCenter,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { VisuallyHidden } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useFocusInTurn } from '../../ui/use-focus-in-turn.ts'
import { toNextColumn } from './board-keys.ts'
import { useDragWords } from './board-words.ts'
import classes from './board.module.css'

export type Card = { id: number; name: string }

type Props<Column extends string, Shown extends Card> = {
  columns: readonly Column[]
  columnName: (column: Column) => string
  cards: readonly Shown[]
  /** What a card says under its name. */
  face: (card: Shown) => ReactNode
  onMove: (card: Shown, column: Column) => void
  /** The last word on what was moved. */
  said: string
  say: (words: string) => void
  /** The columns, with their cards. */
  children: ReactNode
}

/** Cards in columns, carried from one to the next by a hand, a finger or keys. */
export function Board<Column extends string, Shown extends Card>(props: Props<Column, Shown>) {
  const { columns, cards, columnName, say } = props
  const [carried, setCarried] = useState<Shown>()
  const inTurn = useFocusInTurn()
  const columnOf = (id: unknown) => columns.find((column) => column === id)
  const words = useDragWords({
    cardName: (id) => cards.find((card) => card.id === id)?.name ?? '',
    columnName: (id) => {
      const column = columnOf(id)
      return column && columnName(column)
    },
    say,
  })
  const coordinateGetter = useMemo(() => toNextColumn(columns), [columns])
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A finger that moves at once scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter, scrollBehavior: 'auto' }),
  )
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={underTheHand}
        accessibility={words}
        autoScroll={atAWalk}
        onDragStart={({ active }) => {
          setCarried(cards.find(({ id }) => id === active.id))
        }}
        onDragCancel={() => {
          setCarried(undefined)
        }}
        onDragEnd={({ over }) => {
          setCarried(undefined)
          const column = columnOf(over?.id)
          if (carried && column) props.onMove(carried, column)
        }}
      >
        <div {...inTurn} className={classes.board} data-carrying={carried !== undefined || undefined}>
          {props.children}
        </div>
        {/* The card is in its new column before it could fly back. */}
        <DragOverlay dropAnimation={null}>
          {carried && (
            <div className={`${classes.card} ${classes.carried}`}>
              <span className={classes.name}>{carried.name}</span>
              <div className={classes.face}>{props.face(carried)}</div>
            </div>
          )}
        </DragOverlay>
      </DndContext>
      <VisuallyHidden role="status" aria-live="assertive">
        {props.said}
      </VisuallyHidden>
    </>
  )
}

/** A pointer means the column it is in, and none outside of them; a key has no pointer. */
const underTheHand: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args)

/** At the library's own pace a phone would rush past every column. */
const atAWalk = { acceleration: 3, threshold: { x: 0.15, y: 0.15 } }
