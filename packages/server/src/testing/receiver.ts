import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPostRoom } from '../jobs/deliver-webhooks.ts'
import type { TestServer } from './server.ts'

/** A receiver of webhooks on this machine, with everything it was told. */
export type Receiver = {
  url: string
  heard: { method: string | undefined; headers: IncomingHttpHeaders; body: string }[]
  /** How it answers; 200 and nothing else, until this is set. */
  answer: (body: string) => { status: number; text: string }
  close(): Promise<void>
}

export async function openReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      receiver.heard.push({ method: request.method, headers: request.headers, body })
      const { status, text } = receiver.answer(body)
      response.writeHead(status).end(text)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
    server.unref()
  })
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    heard: [],
    answer: () => ({ status: 200, text: '' }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}

/** Sends every message that is due. */
export async function deliverAll(server: TestServer): Promise<void> {
  const { hooks, outbound } = server.house
  const room = openPostRoom({
    hooks,
    outbound,
    retries: [10_000],
    contextNow: () => server.system(),
    isClosed: () => false,
  })
  room.look()
  await room.done()
}
