import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { headers: IncomingHttpHeaders; body: string }

/** Somebody who is told, on this very machine: answers as it is set to, and keeps what it heard. */
export type Receiver = {
  url: string
  heard: Received[]
  answer: { status: number; body: string }
  close(): Promise<void>
}

export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    heard: [],
    answer: { status: 200, body: '{"received":true}' },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      receiver.heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(receiver.answer.status, { 'content-type': 'application/json' })
      response.end(receiver.answer.body)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Listening on TCP, so it is no path.
  const { port } = server.address() as AddressInfo
  receiver.url = `http://127.0.0.1:${port}/hooks`
  return receiver
}
