import type { ServerResponse } from 'node:http'
import type { Ctx } from '../core/context.ts'
import {
  type Audience,
  changesAudiences,
  type LiveEvent,
  liveEventsOf,
  liveEventsSince,
} from '../core/live.ts'

/** Tells open screens of what any server process has written. */
export type LiveFeed = {
  /** Streams events to a response until it closes; begins with what was missed since `lastEventId`. */
  follow(ctx: Ctx, stream: Stream): Promise<void>
  /** How many follow just now. */
  count(): number
  close(): Promise<void>
}

const PING_MS = 20_000
/** How long a person who loses access may go on hearing that something changed. */
const AUDIENCE_MS = 30_000
const RECONNECT_MS = 1000

type Stream = {
  response: ServerResponse
  audience: Audience
  /** The audience as it is by now; throws where the credentials of the stream are no longer good. */
  askAgain(): Promise<Audience>
  lastEventId: number | null
}

type Listener = Omit<Stream, 'lastEventId'> & { ctx: Ctx; knownAt: number }

export function createLiveFeed(db: Ctx['db'], clock: () => number): LiveFeed {
  const listeners = new Set<Listener>()
  let isClosed = false
  let listening: Promise<() => Promise<void>> | undefined

  async function deliver(operationId: string): Promise<void> {
    const isChanging = await changesAudiences(db, operationId)
    await Promise.all(
      [...listeners].map(async (listener) => {
        try {
          if (isChanging || clock() - listener.knownAt > AUDIENCE_MS) {
            listener.audience = await listener.askAgain()
            listener.knownAt = clock()
          }
          send(listener, await liveEventsOf(listener.ctx, listener.audience, operationId))
        } catch {
          // A stream that cannot be served ends; the browser comes back and is told what it missed.
          listener.response.end()
        }
      }),
    )
  }

  /** Streams end where nothing is heard: the browsers come back, which listens anew, and are told what they missed. */
  function stopHearing(): void {
    listening = undefined
    for (const { response } of listeners) response.end()
  }

  async function hear(): Promise<void> {
    listening ??= db.engine.listen((operationId) => {
      if (listeners.size > 0) deliver(operationId).catch(() => {})
    }, stopHearing)
    await listening
  }

  const ping = setInterval(() => {
    for (const { response } of listeners) response.write(': still here\n\n')
  }, PING_MS)
  ping.unref()

  return {
    async follow(ctx, { lastEventId, ...stream }) {
      const { response, audience } = stream
      if (isClosed) {
        response.end()
        return
      }
      try {
        // What is written after the welcome is told: so it waits until this process hears of it.
        await hear()
      } catch {
        stopHearing()
        response.end()
        return
      }
      const listener: Listener = { ...stream, ctx, knownAt: clock() }
      response.write(`retry: ${RECONNECT_MS}\n: welcome\n\n`)
      listeners.add(listener)
      response.on('close', () => listeners.delete(listener))
      if (lastEventId !== null) send(listener, await liveEventsSince(ctx, audience, lastEventId))
    },
    count: () => listeners.size,
    async close() {
      isClosed = true
      clearInterval(ping)
      await listening?.then(
        (stop) => stop(),
        () => {},
      )
      for (const { response } of listeners) response.end()
      listeners.clear()
    },
  }
}

function send({ response }: Listener, events: LiveEvent[]): void {
  for (const event of events) {
    response.write(
      `id: ${event.id}\nevent: change\ndata: ${JSON.stringify({ ...event, at: new Date(event.at).toISOString() })}\n\n`,
    )
  }
}
