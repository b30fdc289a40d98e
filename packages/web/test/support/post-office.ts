import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server on this very machine: keeps whoever has a letter waiting until it opens. */
export type PostOffice = {
  url: string
  /** To whom letters came. */
  delivered: string[]
  /** Takes the letters it kept waiting, and all after them, but none to this address. */
  open(nobody: string): void
  close(): Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const waiting: (() => void)[] = []
  const sockets = new Set<Socket>()
  let isOpen = false
  let refused = ''

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    const say = (line: string) => socket.write(`${line}\r\n`)
    let to = ''
    let isLetter = false
    createInterface(socket).on('line', (line) => {
      if (isLetter) {
        if (line !== '.') return
        isLetter = false
        office.delivered.push(to)
        say('250 Taken')
        return
      }
      const verb = line.split(/[\s:]/, 1)[0]?.toUpperCase()
      if (verb === 'RCPT') {
        to = /<(.*?)>/.exec(line)?.[1] ?? ''
        say(to === refused ? '550 Nobody of that name lives here' : '250 Go on')
      } else if (verb === 'DATA') {
        isLetter = true
        say('354 Go on')
      } else if (verb === 'QUIT') {
        socket.end('221 Bye\r\n')
      } else if (verb === 'MAIL' && !isOpen) {
        waiting.push(() => say('250 Go on'))
      } else {
        say('250 Go on')
      }
    })
    say('220 Here')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Listening on TCP, so it is no path.
  const { port } = server.address() as AddressInfo

  const office: PostOffice = {
    url: `smtp://127.0.0.1:${port}`,
    delivered: [],
    open(nobody) {
      isOpen = true
      refused = nobody
      for (const go of waiting.splice(0)) go()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return office
}
