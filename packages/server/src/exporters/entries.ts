import type { ReportEntry } from '../core/reports/answer.ts'
import type { Progress } from './document.ts'

/** Pages of entries, counted as they are written; ends with the signal's reason, also while a page is awaited. */
export async function* counted(
  pages: AsyncIterable<ReportEntry[]>,
  { onRows, signal }: Progress,
): AsyncGenerator<ReportEntry[], void, undefined> {
  const iterator = pages[Symbol.asyncIterator]()
  let done = 0
  try {
    for (;;) {
      const page = await orAborted(iterator.next(), signal)
      if (page.done) return
      yield page.value
      done += page.value.length
      onRows(done)
    }
  } finally {
    const released = Promise.resolve(iterator.return?.())
    // A source that still waits for its page is released when that comes; nobody waits for it.
    if (signal.aborted) released.catch(() => undefined)
    else await released
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
