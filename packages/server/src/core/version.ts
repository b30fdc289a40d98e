import { AppError } from './errors.ts'

/** Which thing to write, and the version it is at as far as the caller knows. */
export type Target = { id: number; version?: number }

/** Refuses to write over what somebody else has changed since it was read. */
export function requireVersion(row: { version: number }, expected: number | undefined): void {
  if (expected === undefined || expected === row.version) return
  throw new AppError(
    'conflict',
    'version_mismatch',
    `This has changed since you read it: it is at version ${row.version}, not ${expected}.`,
  )
}
