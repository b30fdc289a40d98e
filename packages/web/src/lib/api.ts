import { createSundialClient } from '@sundial/sdk'
import { ApiError } from './api-error.ts'

export const api = createSundialClient({ baseUrl: '' })

type Reply<T> = { data?: T; error?: unknown; response: Response }

/** The body of a good answer; anything else is thrown as an ApiError. */
export async function answer<T>(call: Promise<Reply<T>>): Promise<T> {
  return (await settle(call)).data
}

/** Like `answer`, for writes that can be undone: also the operation to undo. */
export async function settle<T>(
  call: Promise<Reply<T>>,
): Promise<{ data: T; operationId: string | undefined }> {
  let reply: Reply<T>
  try {
    reply = await call
  } catch (cause) {
    throw new ApiError({ status: 0, code: 'unreachable', reason: 'unreachable', message: String(cause) })
  }
  if (!reply.response.ok) throw ApiError.from(reply.response.status, reply.error)
  return {
    // An empty answer (204) has no data; the caller's T is undefined there.
    data: reply.data as T,
    operationId: reply.response.headers.get('X-Operation-Id') ?? undefined,
  }
}

type Page<T> = { data: T[]; next_cursor: string | null }

/** Follows the cursors to the end, for lists a person keeps short (projects, clients, tags). */
export async function answerAll<T>(
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | undefined
  do {
    const page = await fetchPage(cursor)
    rows.push(...page.data)
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  return rows
}
