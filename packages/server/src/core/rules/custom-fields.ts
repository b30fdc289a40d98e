export type CustomFields = Record<string, string>
export type CustomFieldChanges = Record<string, string | null>

const NAME = /^(?!_)(?!\d+$)[A-Za-z0-9_-]{1,255}$/
const LONGEST_VALUE = 10_000
const MOST_FIELDS = 100

/** Merges changes into the fields of a thing: null deletes a field, the others stay. */
export function mergeCustomFields(fields: CustomFields, changes: CustomFieldChanges): CustomFields {
  const merged = new Map(Object.entries(fields))
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) merged.delete(name)
    else merged.set(name, value)
  }
  return Object.fromEntries(merged)
}

/** What is wrong with these changes, by field name; empty when nothing is. */
export function customFieldProblems(
  fields: CustomFields,
  changes: CustomFieldChanges,
): Record<string, string> {
  const problems: [string, string][] = []
  for (const [name, value] of Object.entries(changes)) {
    if (!NAME.test(name)) {
      problems.push([
        name,
        'A custom field name is letters, digits, - and _, does not start with _ and is not only digits.',
      ])
    } else if (value !== null && value.length > LONGEST_VALUE) {
      problems.push([name, `A custom field holds at most ${LONGEST_VALUE} characters.`])
    }
  }
  if (Object.keys(mergeCustomFields(fields, changes)).length > MOST_FIELDS) {
    problems.push(['', `There can be at most ${MOST_FIELDS} custom fields.`])
  }
  return Object.fromEntries(problems)
}
