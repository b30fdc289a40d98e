import { AppError } from './errors.ts'

/** Refuses to write over what somebody else has changed since it was read. */
export function requireVersion(row: { version: number }, expected: number | undefined): void {
  if (expected === undefined || expected === row.version) return
  throw new AppError(
    'conflict',
    'version_mismatch',
    `This has changed since you read it: it is at version ${row.version}, not ${expected}.`,
  )
}
