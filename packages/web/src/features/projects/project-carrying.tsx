import {
  closestCenter,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { Project } from '@sundial/sdk'
import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toNextPlace } from './carry-keys.ts'
import { topLevel, useCarryWords } from './carry-words.ts'
import classes from './project-carrying.module.css'
import { ProjectLabel } from './project-label.tsx'
import { idsBelow } from './project-tree.ts'
import { useMoveProject } from './move-project.ts'

type Carrying = {
  /** Nobody carries anything where one may not edit, or where the tree is not shown as one. */
  isPossible: boolean
  isCarrying: boolean
  /** Whether what is carried can be put below this project. */
  takes: (id: number) => boolean
}

const CarryingContext = createContext<Carrying>({ isPossible: false, isCarrying: false, takes: () => false })

export function useCarrying(): Carrying {
  return use(CarryingContext)
}

type Props = { projects: readonly Project[]; isPossible: boolean; children: ReactNode }

/** Lets the projects of a tree be carried below one another, or to the top, by a hand, a finger or keys. */
export function ProjectCarrying({ projects, isPossible, children }: Props) {
  const move = useMoveProject()
  const [carried, setCarried] = useState<Project>()
  const words = useCarryWords(projects)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A finger that moves at once scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextPlace, scrollBehavior: 'auto' }),
  )
  const carrying = useMemo(() => {
    const barred = carried ? idsBelow(projects, carried.id) : new Set<number>()
    return {
      isPossible,
      isCarrying: carried !== undefined,
      takes: (id: number) => !barred.has(id) && carried?.parent_id !== id,
    }
  }, [projects, carried, isPossible])
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underTheHand}
      accessibility={words}
      onDragStart={({ active }) => {
        setCarried(projects.find(({ id }) => id === active.id))
      }}
      onDragCancel={() => {
        setCarried(undefined)
      }}
      onDragEnd={({ over }) => {
        setCarried(undefined)
        if (!carried || !over || over.id === carried.id) return
        const parent = projects.find(({ id }) => id === over.id) ?? null
        if (over.id === topLevel ? carried.parent_id === null : !parent) return
        move.mutate({ project: carried, parent })
      }}
    >
      <CarryingContext value={carrying}>
        {carried && carried.parent_id !== null && <TopLevel />}
        {children}
      </CarryingContext>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={classes.carried}>
            <ProjectLabel project={{ ...carried, title_chain: [carried.title] }} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** Where a project goes that is to be below no other. It lies over the list, so that nothing moves under the hand. */
function TopLevel() {
  const { t } = useTranslation()
  const { setNodeRef, isOver } = useDroppable({ id: topLevel })
  return (
    <div className={classes.topPlace}>
      <div ref={setNodeRef} className={classes.top} data-over={isOver || undefined}>
        {t('projects.topLevel')}
      </div>
    </div>
  )
}

/** A pointer means what it is on; a key has no pointer. */
const underTheHand: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args)
