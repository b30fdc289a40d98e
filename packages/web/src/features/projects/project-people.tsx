import { MultiSelect } from '@mantine/core'
import type { Member, Project, Report } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { compareNames } from '../../lib/locale.ts'
import list from '../../ui/list.module.css'
import { InTurn, Waiting } from '../../ui/in-turn.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { CurrentRates } from '../rates/current-rates.tsx'
import { reportQuery } from '../reports/reports.ts'
import { useFormats } from '../session/formats.ts'
import { membersQuery } from '../team/team.ts'
import { projectMembersQuery, useSetProjectMembers } from './project-members.ts'
import classes from './project-page.module.css'

type Props = { project: Project; currency: string | undefined }

/** Who has worked on a project or may, for how long, and at which rates there. */
export function ProjectPeople({ project, currency }: Props) {
  const { t } = useTranslation()
  const members = useQuery(membersQuery(project.workspace_id))
  const report = useQuery(
    reportQuery({
      workspaceId: project.workspace_id,
      question: { project_id: [project.id], everyone: true, rounding: 'none', group_by: ['user'] },
    }),
  )
  return (
    <section className={classes.section} aria-labelledby="people">
      <header className={classes.head}>
        <h2 id="people" className={classes.heading}>
          {t('projects.people')}
        </h2>
      </header>
      <Loaded query={members}>
        {(rows) => (
          <InTurn>
            {project.is_private && <WhoSeesIt project={project} members={rows} />}
            <Loaded query={report}>
              {(data) => <PersonList members={rows} report={data} project={project} currency={currency} />}
            </Loaded>
          </InTurn>
        )}
      </Loaded>
    </section>
  )
}

type ListProps = Props & { members: Member[]; report: Report }

function PersonList({ members, report, project, currency }: ListProps) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const secondsOf = new Map(report.groups.map(({ key, total }) => [key, total.seconds]))
  const shown = members
    .filter(({ user_id, is_active, role }) => secondsOf.has(user_id) || (is_active && role !== 'viewer'))
    .sort(
      (a, b) =>
        (secondsOf.get(b.user_id) ?? 0) - (secondsOf.get(a.user_id) ?? 0) ||
        compareNames(nameOf(a), nameOf(b)),
    )
  return (
    <>
      <ul data-rows className={list.rows}>
        {shown.map((member) => (
          <li key={member.id} className={`${list.row} ${classes.person}`}>
            <span className={classes.who}>
              <span className={list.text}>{nameOf(member)}</span>
            </span>
            <span className={classes.hours}>{duration(secondsOf.get(member.user_id) ?? 0)}</span>
            {member.is_active && (
              <CurrentRates
                name={nameOf(member)}
                place={{
                  level: 'project_member',
                  projectId: project.id,
                  clientId: project.client_id,
                  userId: member.user_id,
                }}
                workspaceId={project.workspace_id}
                currency={currency}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={classes.explanation}>{t('rates.brackets')}</p>
    </>
  )
}

/** The people of a private project; its workspace's owner and admins see it anyway. */
function WhoSeesIt({ project, members }: { project: Project; members: Member[] }) {
  const { t } = useTranslation()
  const { data: inIt, isLoading } = useQuery(projectMembersQuery(project.id))
  const change = useSetProjectMembers(project.id)
  if (!inIt) return isLoading && <Waiting />
  return (
    <MultiSelect
      mb="md"
      label={t('projects.whoSeesIt')}
      description={t('projects.privateHint')}
      inputWrapperOrder={['label', 'input', 'description']}
      data={members
        .filter(({ user_id, is_active }) => is_active || inIt.some((member) => member.user_id === user_id))
        .map((member) => ({ value: String(member.user_id), label: nameOf(member) }))}
      value={inIt.map(({ user_id }) => String(user_id))}
      searchable
      hidePickedOptions
      onChange={(ids) => {
        change.mutate(
          ids.map((id) => ({
            user_id: Number(id),
            is_manager: inIt.some((member) => String(member.user_id) === id && member.is_manager),
          })),
        )
      }}
    />
  )
}

function nameOf(member: Member): string {
  return member.name ?? member.email
}
