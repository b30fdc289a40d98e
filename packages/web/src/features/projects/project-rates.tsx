import { Select } from '@mantine/core'
import type { Project, Task } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import list from '../../ui/list.module.css'
import { CurrentRates } from '../rates/current-rates.tsx'
import type { RatePlace } from '../rates/rate-levels.ts'
import { RatesDialog } from '../rates/rates-dialog.tsx'
import { RatesOfPlace } from '../rates/rates-of-place.tsx'
import { ratesQuery } from '../rates/rates.ts'
import { tasksQuery } from '../tasks/tasks.ts'
import classes from './project-page.module.css'

type Props = { project: Project; currency: string }
type RatesProps = Props & { isTeam: boolean }

/** What a project's time is billed at and costs, and that of those tasks that have their own. */
export function ProjectRates({ project, currency, isTeam }: RatesProps) {
  const { t } = useTranslation()
  const { data: tasks } = useQuery(tasksQuery(project.workspace_id))
  const here = tasks?.filter(({ project_id }) => project_id === project.id) ?? []
  return (
    <section className={classes.section} aria-labelledby="rates">
      <header className={classes.head}>
        <h2 id="rates" className={classes.heading}>
          {t('rates.title')}
        </h2>
      </header>
      <p className={classes.quiet}>{t(isTeam ? 'rates.order' : 'rates.orderAlone')}</p>
      <RatesOfPlace
        place={{ level: 'project', projectId: project.id, clientId: project.client_id }}
        workspaceId={project.workspace_id}
        currency={currency}
      />
      {here.length > 0 && <TaskRates project={project} tasks={here} currency={currency} />}
    </section>
  )
}

function TaskRates({ project, tasks, currency }: Props & { tasks: Task[] }) {
  const { t } = useTranslation()
  const { data: rates = [] } = useQuery(ratesQuery(project.workspace_id))
  const [chosen, setChosen] = useState<Task>()
  const withRate = new Set(rates.map(({ task_id }) => task_id))
  const rated = tasks.filter(({ id }) => withRate.has(id))
  const placeOf = (task: Task): RatePlace => ({
    level: 'task',
    projectId: project.id,
    clientId: project.client_id,
    taskId: task.id,
  })
  return (
    <div className={classes.tasks}>
      <h3 className={classes.heading}>{t('rates.ofTasks')}</h3>
      {rated.length > 0 && (
        <ul data-rows className={list.rows}>
          {rated.map((task) => (
            <li key={task.id} className={`${list.row} ${classes.person}`}>
              <span className={classes.who}>
                <span className={list.text}>{task.name}</span>
              </span>
              <CurrentRates
                name={task.name}
                place={placeOf(task)}
                workspaceId={project.workspace_id}
                currency={currency}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        className={classes.picker}
        aria-label={t('rates.chooseTask')}
        placeholder={t('rates.chooseTask')}
        data={tasks
          .filter(({ id }) => !withRate.has(id))
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        searchable
        value={null}
        nothingFoundMessage={t('rates.noTask')}
        onChange={(id) => {
          setChosen(tasks.find((task) => String(task.id) === id))
        }}
      />
      {chosen && (
        <RatesDialog
          name={chosen.name}
          place={placeOf(chosen)}
          workspaceId={project.workspace_id}
          currency={currency}
          onClose={() => {
            setChosen(undefined)
          }}
        />
      )}
    </div>
  )
}
