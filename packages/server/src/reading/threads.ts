import { Worker } from 'node:worker_threads'
import type { Ctx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { type Asker, type FromThread, type ToThread, unpack, type Workplace } from './protocol.ts'
import type { Reading } from './reads.ts'

const MOST_THREADS = 2
const MOST_WAITING = 64
const IDLE_MS = 60_000
/** Twice what a thread has by itself: the rows of a report live until it is told, and are else moved about meanwhile. */
const YOUNG_MB = 96
/** Longer than any report takes; who is not answered by then gets an error, and the thread an end. */
const LONGEST_ANSWER_MS = 60_000

/** Somebody who waits for a thread to say something. */
type Waiting = { hear(message: FromThread): void; fail(error: Error): void }

type Thread = {
  worker: Worker
  waiting: Map<number, Waiting>
  idle: NodeJS.Timeout | undefined
}

/** Reads in threads of their own: SQLite works while it is asked, and adding up takes its time on any engine. */
export function readingThreads(workplace: Workplace): Reading {
  const threads = new Set<Thread>()
  let lastId = 0
  let isClosed = false

  function start(): Thread {
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: workplace,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const thread: Thread = { worker, waiting: new Map(), idle: undefined }
    worker.on('message', (message: FromThread) => thread.waiting.get(message.id)?.hear(message))
    worker.on('error', (error) => end(thread, error))
    worker.on('exit', () => end(thread, unanswered()))
    // What nobody waits for does not keep the process.
    worker.unref()
    threads.add(thread)
    return thread
  }

  /** A thread with nothing to do, or one more where there may be one, or the one with the least to do. */
  function leastBusy(): Thread {
    const [least] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size)
    if (!least || (least.waiting.size > 0 && threads.size < MOST_THREADS)) return start()
    if (least.waiting.size >= MOST_WAITING) throw unanswered()
    return least
  }

  function end(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return
    clearTimeout(thread.idle)
    for (const each of thread.waiting.values()) each.fail(error)
    thread.worker.terminate().catch(() => {})
  }

  /** Puts somebody on the list of those a thread has to answer; gives the way off it. */
  function wait(waiting: Waiting) {
    if (isClosed) throw unanswered()
    const thread = leastBusy()
    const id = ++lastId
    thread.waiting.set(id, waiting)
    clearTimeout(thread.idle)
    return {
      id,
      thread,
      send: (message: ToThread) => thread.worker.postMessage(message),
      leave() {
        thread.waiting.delete(id)
        if (thread.waiting.size > 0) return
        thread.idle = setTimeout(() => end(thread, unanswered()), IDLE_MS)
        thread.idle.unref()
      },
    }
  }

  return {
    ask: (ctx, name, input) =>
      new Promise((resolve, reject) => {
        const place = wait({
          hear(message) {
            leave()
            // The thread answers under the id with what the verb of that name gives.
            if (message.kind === 'answer') resolve(message.value as never)
            if (message.kind === 'failed') reject(unpack(message.error))
          },
          fail(error) {
            leave()
            reject(error)
          },
        })
        const overdue = setTimeout(() => end(place.thread, unanswered()), LONGEST_ANSWER_MS)
        overdue.unref()
        function leave() {
          clearTimeout(overdue)
          place.leave()
        }
        place.send({ kind: 'ask', id: place.id, name, input, asker: askerOf(ctx) })
      }),

    async *file(ctx, name, { input, signal, onRows }) {
      if (signal.aborted) return
      let heard: (message: FromThread) => void = () => {}
      let failed: (error: Error) => void = () => {}
      const listen = () =>
        new Promise<FromThread>((resolve, reject) => {
          heard = resolve
          failed = reject
        })
      const place = wait({ hear: (message) => heard(message), fail: (error) => failed(error) })
      const stop = () => heard({ kind: 'end', id: place.id, rows: 0 })
      signal.addEventListener('abort', stop, { once: true })
      let isDone = false
      try {
        let next = listen()
        place.send({ kind: 'file', id: place.id, name, input, asker: askerOf(ctx) })
        for (;;) {
          const message = await next
          if (message.kind === 'failed') {
            isDone = true
            throw unpack(message.error)
          }
          isDone = message.kind !== 'piece' && !signal.aborted
          if (message.kind === 'answer' || signal.aborted) return
          onRows?.(message.rows)
          if (message.kind === 'end') return
          yield message.bytes
          if (signal.aborted) return
          next = listen()
          place.send({ kind: 'more', id: place.id })
        }
      } finally {
        signal.removeEventListener('abort', stop)
        if (!isDone) place.send({ kind: 'stop', id: place.id })
        place.leave()
      }
    },

    async close() {
      isClosed = true
      const ending = [...threads].map((thread) => thread.worker.terminate())
      for (const thread of threads) end(thread, unanswered())
      await Promise.all(ending)
    },
  }
}

function askerOf({ actor, now, via }: Ctx): Asker {
  return { actor, now, via }
}

function unanswered(): AppError {
  return new AppError(
    'unavailable',
    'too_busy',
    'This takes too long just now. Ask for a shorter range, or try again in a moment.',
  )
}
