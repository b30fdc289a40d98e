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

/** Such as “Time entries, Projects (2 of 5)”. */
export function describeEvents(patterns: readonly WebhookEvent[], t: TFunction): string {
  if (patterns.includes('*')) return t('webhooks.everything')
  return subjects
    .flatMap((subject) => {
      const count = tickedVerbs(patterns, subject).length
      if (count === 0) return []
      const name = t(`webhooks.subject.${subject}`)
      const total = verbsOf(subject).length
      return [
        count === total ? name : t('webhooks.someOf', { name, some: String(count), total: String(total) }),
      ]
    })
    .join(', ')
}
