import type { WebhookEvent } from '@sundial/sdk'
import type { TFunction } from 'i18next'

/** What a webhook can be told of, as the server has it; a kind that is missing here does not compile. */

type SubjectOf<P> = P extends `${infer S}.*` ? S : never
type VerbsOf<P, S extends string> = P extends `${S}.${infer V}` ? (V extends '*' ? never : V) : never

export type Subject = SubjectOf<WebhookEvent>
export type Verb = VerbsOf<WebhookEvent, Subject>

const verbs: { [S in Subject]: Record<VerbsOf<WebhookEvent, S>, true> } = {
  entry: { created: true, started: true, stopped: true, updated: true, deleted: true, restored: true },
  project: { created: true, updated: true, deleted: true, restored: true, budget_reached: true },
  client: { created: true, updated: true, deleted: true, restored: true },
  task: { created: true, updated: true, deleted: true, restored: true },
  tag: { created: true, updated: true, deleted: true, restored: true },
  contact: { created: true, updated: true, deleted: true, restored: true },
  lead: { created: true, updated: true, converted: true, deleted: true, restored: true },
  deal: { created: true, updated: true, deleted: true, restored: true },
  approval: { created: true, approved: true, rejected: true, cancelled: true, reopened: true },
  timesheet: { submitted: true, closed: true },
  member: { created: true, updated: true },
  workspace: { updated: true, deleted: true },
}

// The keys of a literal whose type lists them all.
export const subjects = Object.keys(verbs) as Subject[]

export function verbsOf(subject: Subject): Verb[] {
  // As above.
  return Object.keys(verbs[subject]) as Verb[]
}

/** The verbs of a subject that these patterns ask for. */
export function tickedVerbs(patterns: readonly WebhookEvent[], subject: Subject): Verb[] {
  const all = verbsOf(subject)
  if (patterns.includes('*') || patterns.includes(`${subject}.*`)) return all
  return all.filter((verb) => patterns.some((pattern) => pattern === `${subject}.${verb}`))
}

/** The patterns with these verbs of a subject instead of those before; all of them are one pattern. */
export function withVerbs(
  patterns: readonly WebhookEvent[],
  subject: Subject,
  ticked: readonly Verb[],
): WebhookEvent[] {
  const others = patterns.filter((pattern) => !pattern.startsWith(`${subject}.`))
  const all = verbsOf(subject)
  if (all.every((verb) => ticked.includes(verb))) return [...others, `${subject}.*`]
  // Each verb comes from the list of this very subject.
  const some = all.filter((verb) => ticked.includes(verb)).map((verb) => `${subject}.${verb}` as WebhookEvent)
  return [...others, ...some]
}

/** What a message tells of, such as “Time entries: Started”; as it is where this page does not know it. */
export function kindWords(kind: string, t: TFunction): string {
  if (kind === 'ping') return t('webhooks.pinged')
  const [first, second] = kind.split('.')
  const subject = subjects.find((each) => each === first)
  const verb = subject && verbsOf(subject).find((each) => each === second)
  if (!verb) return kind
  return t('webhooks.eventNamed', {
    name: t(`webhooks.subject.${subject}`),
    verb: t(`webhooks.verb.${verb}`),
  })
}

/** A line for each subject, such as “Time entries: Started, Stopped”. */
export function eventLines(patterns: readonly WebhookEvent[], t: TFunction): string[] {
  if (patterns.includes('*')) return [t('webhooks.everything')]
  return subjects.flatMap((subject) => {
    const ticked = tickedVerbs(patterns, subject)
    if (ticked.length === 0) return []
    const verb = ticked.map((each) => t(`webhooks.verb.${each}`)).join(', ')
    return [t('webhooks.eventNamed', { name: t(`webhooks.subject.${subject}`), verb })]
  })
}

/** Such as “Time entries, Projects (all but Deleted), Tags (Created)”. */
export function describeEvents(patterns: readonly WebhookEvent[], t: TFunction): string {
  if (patterns.includes('*')) return t('webhooks.everything')
  return subjects
    .flatMap((subject) => {
      const ticked = tickedVerbs(patterns, subject)
      if (ticked.length === 0) return []
      const name = t(`webhooks.subject.${subject}`)
      const others = verbsOf(subject).filter((verb) => !ticked.includes(verb))
      if (others.length === 0) return [name]
      const listed = (verbs: readonly Verb[]) => verbs.map((verb) => t(`webhooks.verb.${verb}`)).join(', ')
      return [
        ticked.length <= others.length
          ? t('webhooks.someOf', { name, verbs: listed(ticked) })
          : t('webhooks.allBut', { name, verbs: listed(others) }),
      ]
    })
    .join(', ')
}
