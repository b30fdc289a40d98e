import { useProjectsById } from '../projects/projects.ts'
import { ProjectDot, ProjectLabel } from '../projects/project-label.tsx'
import { useTranslation } from 'react-i18next'
import type { RowNames } from './row-names.ts'
import type { RowThing } from './week-rows.ts'
import classes from './row-label.module.css'

type Props = {
  thing: RowThing
  names: RowNames
  /** The row above is of the same project. */ isBelow: boolean
}

export function RowLabel({ thing, names, isBelow }: Props) {
  const { t } = useTranslation()
  const project = useProjectsById().get(thing.projectId ?? 0)
  const task = names.taskOf(thing.taskId)
  const isHidden = thing.projectId !== null && !project
  return (
    <span className={classes.label} data-below={isBelow || undefined}>
      {!isBelow &&
        (isHidden ? (
          <span className={classes.hidden}>
            <ProjectDot color={undefined} />
            {t('reports.hidden')}
          </span>
        ) : (
          <ProjectLabel project={project} />
        ))}
      {task !== undefined && (
        <span className={classes.task} title={task}>
          <span aria-hidden>▸ </span>
          {task}
        </span>
      )}
    </span>
  )
}
