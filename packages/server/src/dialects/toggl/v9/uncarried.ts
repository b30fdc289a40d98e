import { notOffered } from '../errors.ts'
import type { Input } from '../wire.ts'

/** Refuses fields that say something this server does not carry; empty ones say nothing. */
export function refuseUncarried(body: Input, names: readonly string[]): void {
  for (const name of names) {
    const value = body[name]
    const isEmpty = value === undefined || value === null || value === false || value === 0 || value === ''
    if (!isEmpty && !(Array.isArray(value) && value.length === 0)) throw notOffered(name)
  }
}
