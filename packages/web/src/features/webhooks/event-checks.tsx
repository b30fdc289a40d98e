import { Checkbox } from '@mantine/core'
import type { WebhookEvent } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { subjects, tickedVerbs, verbsOf, withVerbs, type Subject } from './events.ts'
import classes from './event-checks.module.css'

type Props = { value: readonly WebhookEvent[]; onChange: (patterns: WebhookEvent[]) => void }

/** The events by what they are about; the box of a group stands for all of it, also for what will be added to it. */
export function EventChecks(props: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.groups} role="group" aria-label={t('webhooks.eventList')}>
      {subjects.map((subject) => (
        <SubjectChecks key={subject} subject={subject} {...props} />
      ))}
    </div>
  )
}

function SubjectChecks({ subject, value, onChange }: Props & { subject: Subject }) {
  const { t } = useTranslation()
  const ticked = tickedVerbs(value, subject)
  const all = verbsOf(subject)
  const name = t(`webhooks.subject.${subject}`)
  return (
    <div className={classes.group} role="group" aria-label={name}>
      <Checkbox
        label={name}
        checked={ticked.length === all.length}
        indeterminate={ticked.length > 0 && ticked.length < all.length}
        onChange={(event) => {
          onChange(withVerbs(value, subject, event.currentTarget.checked ? all : []))
        }}
      />
      <div className={classes.verbs}>
        {all.map((verb) => (
          <Checkbox
            key={verb}
            label={t(`webhooks.verb.${verb}`)}
            aria-label={t('webhooks.eventNamed', { name, verb: t(`webhooks.verb.${verb}`) })}
            checked={ticked.includes(verb)}
            onChange={(event) => {
              const rest = ticked.filter((each) => each !== verb)
              onChange(withVerbs(value, subject, event.currentTarget.checked ? [...rest, verb] : rest))
            }}
          />
        ))}
      </div>
    </div>
  )
}
