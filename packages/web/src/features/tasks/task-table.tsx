import type { Task } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { SortButton } from '../../ui/sort-button.tsx'
import { useWindowRows } from '../../ui/use-window-rows.ts'
import type { Sort, SortKey, TaskNames } from './task-order.ts'
import { TaskCells, type RowRights } from './task-row.tsx'
import classes from './task-row.module.css'

type Props = RowRights & {
  tasks: readonly Task[]
  names: TaskNames
  label: string
  showsProject: boolean
  showsPeople: boolean
  sort: Sort
  onSort: (sort: Sort) => void
  onOpen: (task: Task) => void
}

/** Tasks one below the other, of which only those on the screen are there. */
export function TaskTable({ tasks, names, label, sort, onSort, ...rest }: Props) {
  const { t } = useTranslation()
  const { showsProject, showsPeople, mayChange } = rest
  const { top, space, shown, measure } = useWindowRows({
    count: tasks.length,
    height: 49,
    keyOf: (index) => tasks[index]?.id ?? index,
  })
  const head = { sort, onSort }
  return (
    <div
      className={classes.table}
      role="table"
      aria-label={label}
      aria-rowcount={tasks.length + 1}
      data-projects={showsProject || undefined}
      data-people={showsPeople || undefined}
      data-actions={mayChange || undefined}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
          <div role="columnheader" className={classes.check} aria-label={t('tasks.is.done')} />
          <Head {...head} by="name" className={classes.what} name={t('tasks.task')} />
          {showsProject && (
            <Head {...head} by="project" className={classes.project} name={t('projects.project')} />
          )}
          {showsPeople && (
            <Head {...head} by="people" className={classes.people} name={t('tasks.assignees')} />
          )}
          <Head {...head} by="status" className={classes.status} name={t('tasks.status')} />
          <Head {...head} by="priority" className={classes.priority} name={t('tasks.priority')} />
          <Head {...head} by="due" className={classes.due} name={t('tasks.due')} />
          <Head {...head} by="time" className={classes.time} name={t('tasks.time')} />
          {mayChange && (
            <div role="columnheader" className={classes.actions} aria-label={t('tasks.actions')} />
          )}
        </div>
      </div>
      <div data-rows ref={top} role="rowgroup" className={classes.rows} style={space}>
        {shown.map(({ index, key }) => {
          const task = tasks[index]
          return (
            task && (
              <div
                key={key}
                ref={measure}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={classes.row}
              >
                <TaskCells
                  task={task}
                  people={names.peopleOf(task)}
                  seconds={names.secondsOf(task)}
                  {...rest}
                />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

type HeadProps = Pick<Props, 'sort' | 'onSort'> & {
  by: SortKey
  name: string
  className: string | undefined
}

/** A column's name, which sorts by it; once more, the other way. */
function Head({ sort, onSort, by, name, className }: HeadProps) {
  const isOn = sort.by === by
  const direction = sort.isDescending ? 'descending' : 'ascending'
  return (
    <div role="columnheader" className={className} aria-sort={isOn ? direction : 'none'}>
      <SortButton
        label={name}
        isSorted={isOn}
        isDescending={sort.isDescending}
        onClick={() => {
          onSort({ by, isDescending: isOn && !sort.isDescending })
        }}
      />
    </div>
  )
}
