import type { Project, ReportMeasures } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMoney } from '../rates/use-money.ts'
import { reportQuery } from '../reports/reports.ts'
import { useFormats } from '../session/formats.ts'
import { useOpenProjects } from './projects.ts'
import classes from './project-page.module.css'

type Props = { project: Project; seesMoney: boolean; isTeam: boolean }

/** All the time there ever was on a project and below it, and what it is worth. */
export function ProjectFigures({ project, seesMoney, isTeam }: Props) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const { data, isPending } = useQuery(
    reportQuery({
      workspaceId: project.workspace_id,
      question: { project_id: [project.id], everyone: seesMoney, rounding: 'none' },
    }),
  )
  const hasChildren = useOpenProjects(project.workspace_id).some(({ parent_id }) => parent_id === project.id)
  // The chart below it says what went wrong, and offers another try.
  if (!data) return <Skeleton height={48} mb="xl" maw={480} data-waiting={isPending || undefined} />
  const { seconds, billable_seconds, money } = data.total
  return (
    <>
      <dl className={classes.figures} data-note={hasChildren || undefined}>
        <Figure
          name={isTeam && !seesMoney ? t('projects.myHours') : t('projects.hours')}
          values={[duration(seconds)]}
        />
        <Figure name={t('projects.billableHours')} values={[duration(billable_seconds)]} />
        {seesMoney && <MoneyFigures money={money} />}
      </dl>
      {hasChildren && <p className={classes.quiet}>{t('projects.countsBelow')}</p>}
    </>
  )
}

function MoneyFigures({ money }: { money: ReportMeasures['money'] }) {
  const { t } = useTranslation()
  const { amount } = useMoney()
  const write = (kind: 'billable' | 'cost' | 'profit') =>
    money.flatMap((line) => (line[kind] === null ? [] : amount(line[kind], line.currency)))
  const hasCost = money.some(({ cost }) => cost !== null && cost > 0)
  return (
    <>
      <Figure name={t('projects.amount')} values={write('billable')} />
      {hasCost && (
        <>
          <Figure name={t('projects.cost')} values={write('cost')} />
          <Figure name={t('projects.profit')} values={write('profit')} />
        </>
      )}
    </>
  )
}

function Figure({ name, values }: { name: string; values: string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {(values.length > 0 ? values : ['–']).map((value) => (
        <dd key={value}>{value}</dd>
      ))}
    </div>
  )
}
