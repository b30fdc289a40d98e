import type { UsageField, UsageMatch } from '../../db/schema.ts'
import { nameKey } from './names.ts'
import type { UsageTexts } from './usage-sample.ts'

/** When a rule applies. A keyword is looked for in the application, the title and the path. */
export type UsageCondition = { field: UsageField; match: UsageMatch; value: string }

/** Gives, for the texts of a sample, the first of these rules that applies, in their order. */
export function usageMatcher<R extends UsageCondition>(
  rules: readonly R[],
): (texts: UsageTexts) => R | undefined {
  const keyed = rules.map((rule) => ({ rule, key: nameKey(rule.value) }))
  return (texts) => {
    const keys = keysOf(texts)
    return keyed.find(({ rule, key }) => keys[rule.field].some((text) => applies(rule.match, text, key)))
      ?.rule
  }
}

function keysOf({ application, title, path, domain }: UsageTexts): Record<UsageField, string[]> {
  const [a, t, p, d] = [application, title, path, domain].map((text) =>
    text === null ? [] : [nameKey(text)],
  )
  return {
    application: a ?? [],
    title: t ?? [],
    path: p ?? [],
    domain: d ?? [],
    keyword: [a, t, p].flatMap((each) => each ?? []),
  }
}

function applies(match: UsageMatch, text: string, key: string): boolean {
  if (match === 'is') return text === key
  return match === 'contains' ? text.includes(key) : text.startsWith(key)
}
