import { Button } from '@mantine/core'
import type { Budget, Project } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconPencil, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { BudgetBar } from './budget-bar.tsx'
import classes from './budget-section.module.css'
import { measured } from './budget-state.ts'
import { budgetsQuery } from './budgets.ts'
import { useBudgetWords } from './budget-words.ts'
import { ForecastLine } from './forecast-line.tsx'

const BudgetDialog = lazy(async () => ({ default: (await import('./budget-dialog.tsx')).BudgetDialog }))

/** How much a project may take, what is used of it, and when the rest will be. */
export function BudgetSection({ project, currency }: { project: Project; currency: string }) {
  const { t } = useTranslation()
  const query = useQuery(budgetsQuery(project.workspace_id))
  const [isEditing, setEditing] = useState(false)
  const budget = query.data?.find(({ project_id }) => project_id === project.id)
  return (
    <section className={classes.section} aria-labelledby="budget">
      <header className={classes.head}>
        <h2 id="budget" className={classes.heading}>
          {t('budgets.title')}
        </h2>
        {query.data && (
          <Button
            size="compact-sm"
            leftSection={<Icon of={budget ? IconPencil : IconPlus} size={16} />}
            onClick={() => {
              setEditing(true)
            }}
          >
            {budget ? t('budgets.change') : t('budgets.set')}
          </Button>
        )}
      </header>
      <Loaded query={query}>
        {() =>
          budget ? (
            <BudgetState budget={budget} project={project} />
          ) : (
            <p className={classes.quiet}>{t('budgets.none')}</p>
          )
        }
      </Loaded>
      {isEditing && (
        <Suspense>
          <BudgetDialog
            budget={budget}
            projectId={project.id}
            currency={currency}
            onClose={() => {
              setEditing(false)
            }}
          />
        </Suspense>
      )}
    </section>
  )
}

function BudgetState({ budget, project }: { budget: Budget; project: Project }) {
  const { t } = useTranslation()
  const words = useBudgetWords(budget)
  const state = measured(budget)
  return (
    <>
      <p className={classes.used}>
        <strong>{words.used}</strong> {words.ofTotal}
        <span className={classes.percent}>{words.percent}</span>
      </p>
      <BudgetBar budget={state} alertPercent={budget.alert_percent} label={t('budgets.title')} />
      <p className={classes.left} data-state={state.state}>
        {state.state !== 'fine' && <Icon of={IconAlertTriangle} size={16} />}
        {words.left}
      </p>
      {state.left > 0 && <ForecastLine budget={budget} state={state} project={project} />}
      {words.alert && <p className={classes.quiet}>{words.alert}</p>}
    </>
  )
}
