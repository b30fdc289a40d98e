import { AppError, invalid } from './errors.ts'
import {
  type CustomFieldChanges,
  type CustomFields,
  customFieldProblems,
  mergeCustomFields,
} from './rules/custom-fields.ts'
import { isDay, isZone } from './rules/local-time.ts'
import { isCurrency } from './rules/money.ts'
import { hasControlCharacters } from './rules/names.ts'

/** A text that must be there: trimmed, not empty, without control characters. */
export function requiredText(field: string, text: string, longest = 255): string {
  const checked = optionalText(field, text, longest)
  if (checked === null) throw invalid(field, `The ${field} may not be empty.`)
  return checked
}

/** A text that may be missing: trimmed, and null when nothing is left. */
export function optionalText(field: string, text: string | null, longest = 255): string | null {
  return checked(field, text?.trim() ?? '', longest)
}

/** The same of lines, which keep the blank ones and the spaces they begin with. */
export function optionalLines(field: string, text: string | null, longest: number): string | null {
  return checked(field, text?.trimEnd() ?? '', longest)
}

function checked(field: string, text: string, longest: number): string | null {
  if (text.length > longest) throw invalid(field, `The ${field} may have at most ${longest} characters.`)
  if (hasControlCharacters(text)) throw invalid(field, `The ${field} holds control characters.`)
  return text === '' ? null : text
}

export function requireZone(field: string, zone: string): string {
  if (!isZone(zone))
    throw invalid(field, `${JSON.stringify(zone.slice(0, 64))} is not a time zone, such as Europe/Berlin.`)
  return zone
}

/** A currency by its code, in capital letters. */
export function requireCurrency(field: string, code: string): string {
  if (isCurrency(code)) return code
  throw invalid(field, `${JSON.stringify(code.slice(0, 16))} is not a currency, such as EUR.`)
}

export function optionalDay(field: string, day: string | null): string | null {
  if (day !== null && !isDay(day)) throw invalid(field, 'Write a real day as YYYY-MM-DD.')
  return day
}

/** A length of time that may be missing: whole seconds, as far as numbers hold them exactly unless `most` is less. */
export function optionalSeconds(
  field: string,
  seconds: number | null,
  most = Number.MAX_SAFE_INTEGER,
): number | null {
  if (seconds === null || (Number.isInteger(seconds) && seconds >= 0 && seconds <= most)) return seconds
  throw invalid(field, `Write a whole number of seconds, at most ${most}.`)
}

const EMAIL = /^[^\s@]+@[^\s@]+$/

export function requireEmail(field: string, email: string): string {
  const checked = requiredText(field, email, 254)
  if (!EMAIL.test(checked)) throw invalid(field, 'That is not an e-mail address.')
  return checked
}

/** Merges changes into stored custom fields; both are JSON text in the row. */
export function mergedCustomFields(stored: string, changes: CustomFieldChanges | undefined): string {
  if (!changes) return stored
  const fields = customFieldsOf(stored)
  const problems = Object.entries(customFieldProblems(fields, changes))
  const [first] = problems
  if (first) {
    throw new AppError('invalid', 'bad_input', first[1], {
      fields: Object.fromEntries(
        problems.map(([name, text]) => [name ? `custom_fields.${name}` : 'custom_fields', text]),
      ),
    })
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value !== null && hasControlCharacters(value)) {
      throw invalid(`custom_fields.${name}`, 'A custom field may not hold control characters.')
    }
  }
  return JSON.stringify(mergeCustomFields(fields, changes))
}

/** The custom fields of a row. */
export function customFieldsOf(stored: string): CustomFields {
  // The column is only ever written by `mergedCustomFields`.
  return JSON.parse(stored) as CustomFields
}

/** A flag as its column holds it; what it was where nothing new is said. */
export function toFlag(value: boolean | undefined, was: 0 | 1): 0 | 1 {
  if (value === undefined) return was
  return value ? 1 : 0
}
