import type { Actor, Via } from '../core/context.ts'
import { AppError, type ErrorCode, type Reason } from '../core/errors.ts'
import type { DatabaseLocation } from '../db/open.ts'
import type { Files, Reads } from './reads.ts'

/** What a reading thread is started with. */
export type Workplace = DatabaseLocation

/** Who asks, and when: what of a context can be handed to a thread. */
export type Asker = { actor: Actor; now: number; via: Via }

export type ToThread =
  | { kind: 'ask'; id: number; name: keyof Reads; input: unknown; asker: Asker }
  | { kind: 'file'; id: number; name: keyof Files; input: unknown; asker: Asker }
  /** The next piece of a file is wanted. */
  | { kind: 'more'; id: number }
  /** Nobody waits any more. */
  | { kind: 'stop'; id: number }

export type FromThread =
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'piece'; id: number; bytes: Uint8Array; rows: number }
  | { kind: 'end'; id: number; rows: number }
  | { kind: 'failed'; id: number; error: CarriedError }

/** An error on its way between threads, which keep no classes. */
export type CarriedError =
  | {
      isRefusal: true
      code: ErrorCode
      reason: Reason
      message: string
      fields: Record<string, string> | undefined
    }
  | { isRefusal: false; message: string; stack: string | undefined; code: string | undefined }

export function pack(error: unknown): CarriedError {
  if (error instanceof AppError) {
    const { code, reason, message, fields } = error
    return { isRefusal: true, code, reason, message, fields: fields && { ...fields } }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  // A lost database is told by the driver's code.
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return { isRefusal: false, message, stack, code }
}

export function unpack(error: CarriedError): Error {
  if (error.isRefusal) {
    const { code, reason, message, fields } = error
    return new AppError(code, reason, message, { fields })
  }
  const { message, stack, code } = error
  return Object.assign(new Error(message), { stack, code })
}
