import type { Task } from '@sundial/sdk'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardCard } from '../board/board-card.tsx'
import { BoardColumn } from '../board/board-column.tsx'
import { Board } from '../board/board.tsx'
import board from '../board/board.module.css'
import { ProjectLabel } from '../projects/project-label.tsx'
import { useProjectsById } from '../projects/projects.ts'
import { boardStatuses, columnsOf } from './board-columns.ts'
import { DueDay } from './due-day.tsx'
import { TaskMenu } from './task-menu.tsx'
import type { TaskNames } from './task-order.ts'
import type { RowRights } from './task-row.tsx'
import { TaskTime } from './task-time.tsx'
import { useSetTaskStatus } from './tasks.ts'

type Props = RowRights & {
  tasks: readonly Task[]
  names: TaskNames
  onOpen: (task: Task) => void
}

/** Tasks in columns by status, carried from one to the next. */
export function TaskBoard({ tasks, names, mayChange, mayDelete, onOpen }: Props) {
  const { t } = useTranslation()
  const [moved, setMoved] = useState<number>()
  const [said, say] = useState('')
  const { mutate } = useSetTaskStatus()
  const columns = useMemo(() => columnsOf(tasks), [tasks])

  function move(task: Task, status: Task['status']) {
    if (task.status === status) return
    setMoved(task.id)
    say(t('board.dropped', { name: task.name, column: t(`tasks.is.${status}`) }))
    mutate({ task, status })
  }

  return (
    <Board
      columns={boardStatuses}
      columnName={(status) => t(`tasks.is.${status}`)}
      cards={tasks}
      face={(task) => <TaskFace task={task} names={names} />}
      onMove={move}
      said={said}
      say={say}
    >
      {boardStatuses.map((status) => (
        <BoardColumn
          key={status}
          id={status}
          name={t(`tasks.is.${status}`)}
          count={t('tasks.count', { count: columns[status].length })}
          cards={columns[status]}
        >
          {(task) => (
            <BoardCard
              key={task.id}
              card={task}
              isMoved={moved === task.id}
              isFixed={!mayChange}
              onOpen={() => {
                onOpen(task)
              }}
              menu={
                mayChange && (
                  <TaskMenu
                    task={task}
                    className={board.menu}
                    size={28}
                    mayDelete={mayDelete}
                    hasTimer
                    onEdit={() => {
                      onOpen(task)
                    }}
                    onMove={(status) => {
                      move(task, status)
                    }}
                  />
                )
              }
            >
              <TaskFace task={task} names={names} />
            </BoardCard>
          )}
        </BoardColumn>
      ))}
    </Board>
  )
}

/** What a card says under its name. */
function TaskFace({ task, names }: { task: Task; names: TaskNames }) {
  const { t } = useTranslation()
  const project = useProjectsById().get(task.project_id)
  const people = names.peopleOf(task)
  return (
    <>
      {project && <ProjectLabel project={project} />}
      {task.priority !== 'medium' && (
        <span>{t('tasks.withPriority', { priority: t(`tasks.priorityIs.${task.priority}`) })}</span>
      )}
      <DueDay task={task} />
      <TaskTime task={task} seconds={names.secondsOf(task)} />
      {people && <span>{people}</span>}
    </>
  )
}
