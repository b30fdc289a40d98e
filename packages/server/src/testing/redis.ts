import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { Redis } from 'ioredis'

/** A Redis to test with; `npm test` looks for one. */
export const REDIS_URL = process.env['TEST_REDIS_URL'] ?? ''

/** The keys under a prefix of one's own, in a Redis that others use too. */
export type OwnKeys = {
  names(): Promise<string[]>
  /** Lets time pass for them. */
  advance(seconds: number): Promise<void>
  /** Makes them something that cannot be counted, which Redis refuses. */
  spoil(): Promise<void>
  /** Removes them and lets Redis go. */
  close(): Promise<void>
}

export function ownKeys(prefix: string): OwnKeys {
  const client = new Redis(REDIS_URL)
  const names = async () => {
    const found: string[] = []
    for await (const some of client.scanStream({ match: `${prefix}:*`, count: 1000 })) found.push(...some)
    return found
  }
  return {
    names,
    async advance(seconds) {
      for (const name of await names()) await client.pexpire(name, (await client.pttl(name)) - seconds * 1000)
    },
    async spoil() {
      for (const name of await names()) await client.multi().del(name).lpush(name, 'spoiled').exec()
    },
    async close() {
      const found = await names()
      if (found.length > 0) await client.del(found)
      client.disconnect()
    },
  }
}

/** A way to Redis that a test can shut, as a network does. */
export type Gate = {
  url: string
  /** Ends every connection and takes no other. */
  shut(): Promise<void>
  open(): Promise<void>
  /** Keeps connections, and takes others, without anything going through. */
  freeze(): void
  close(): Promise<void>
}

export async function gateTo(target: string): Promise<Gate> {
  const { hostname, port, pathname } = new URL(target)
  const sockets = new Set<Socket>()
  let isFrozen = false
  let ownPort = 0

  const server = createServer((outer) => {
    keep(outer)
    if (isFrozen) return
    const inner = keep(connect(Number(port || 6379), hostname))
    outer.pipe(inner).pipe(outer)
  })

  function keep(socket: Socket): Socket {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
    return socket
  }

  const open = () =>
    new Promise<void>((resolve) => {
      server.listen(ownPort, '127.0.0.1', () => {
        // A TCP server has an address of this kind.
        ownPort = (server.address() as AddressInfo).port
        resolve()
      })
    })
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })

  await open()
  return {
    url: `redis://127.0.0.1:${ownPort}${pathname}`,
    shut,
    open,
    freeze() {
      isFrozen = true
      for (const socket of sockets) socket.unpipe()
    },
    close: shut,
  }
}
