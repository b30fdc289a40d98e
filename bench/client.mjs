import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

// The load generator, a process of its own. It reads one order as JSON from stdin and prints one result. Requests are
// bytes made beforehand on kept connections, so that it takes as little as it can of the two cores it shares.
//
// Work comes in units: requests that one person sends one after the other, of which some are measured. Each unit has a
// person of its own and waits for its answers, so nobody ever does two things at once.

/**
 * @typedef {{ measured: boolean, head: string, body: string }} Request
 * @typedef {{ port: number, connections: number, seconds: number, rate: number | null, most: number, units: Request[][] }} Order
 */

/** @type {Order} */
const order = JSON.parse(await text(process.stdin))
const units = order.units.map((requests) =>
  requests.map(({ measured, head, body }) => ({
    measured,
    bytes: Buffer.from(
      `${head}\r\nHost: 127.0.0.1:${order.port}\r\nConnection: keep-alive\r\n${
        body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : ''
      }\r\n${body}`,
    ),
  })),
)

const latencies = []
const refusals = {}
let bytes = 0
const result = await (order.rate === null ? saturate() : offer(order.rate))
process.stdout.write(JSON.stringify(result))
process.exit(0)

/** As many requests as the connections take, each sending as soon as it has its answer. */
async function saturate() {
  const lines = await Promise.all(Array.from({ length: order.connections }, openLine))
  const started = performance.now()
  const end = started + order.seconds * 1000
  // Each connection has people of its own, where there are enough of them.
  const whole = units.length - (units.length % order.connections) || units.length
  let taken = 0
  await Promise.all(
    lines.map(async (line, index) => {
      for (let unit = index; performance.now() < end && taken < order.most; unit += order.connections) {
        taken += 1
        await runUnit(line, units[unit % whole], performance.now())
      }
    }),
  )
  return summary((performance.now() - started) / 1000)
}

/** Requests at a fixed rate, whatever the answers take: a request that has to wait for a connection has waited. */
async function offer(rate) {
  const idle = await Promise.all(Array.from({ length: order.connections }, openLine))
  const waiting = []
  const running = new Set()
  const every = (1000 * (units[0]?.length ?? 1)) / rate
  const started = performance.now()
  const total = Math.min(Math.floor((order.seconds * 1000) / every), order.most)
  for (let number = 0; number < total; number++) {
    const due = started + number * every
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    begin(units[number % units.length], performance.now())
  }
  while (running.size > 0) await Promise.race(running)
  return summary((performance.now() - started) / 1000)

  function begin(unit, since) {
    const line = idle.pop()
    if (!line) return void waiting.push([unit, since])
    const work = runUnit(line, unit, since).then(() => {
      running.delete(work)
      idle.push(line)
      const next = waiting.shift()
      if (next) begin(...next)
    })
    running.add(work)
  }
}

async function runUnit(line, unit, since) {
  let sentAt = since
  for (const { measured, bytes: request } of unit) {
    const answer = await line.send(request)
    const now = performance.now()
    bytes += answer.length
    if (answer.status >= 400) refusals[answer.status] = (refusals[answer.status] ?? 0) + 1
    else if (measured) latencies.push(now - sentAt)
    sentAt = now
  }
}

function summary(seconds) {
  latencies.sort((a, b) => a - b)
  const at = (share) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? null
  return { count: latencies.length, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes, refusals }
}

/** One kept connection with at most one request under way. Fastify states the length of every answer we ask for. */
function openLine() {
  return new Promise((resolve, reject) => {
    const socket = connect(order.port, '127.0.0.1')
    socket.setNoDelay(true)
    let answered
    let parts = []
    let size = 0
    let expected = Infinity
    let body = 0
    let status = 0
    const fail = (error) => {
      process.stderr.write(`${error?.message ?? 'the server closed a connection'}\n`)
      process.exit(1)
    }
    socket.on('error', (error) => (answered ? fail(error) : reject(error)))
    socket.on('close', () => fail())
    socket.on('data', (chunk) => {
      parts.push(chunk)
      size += chunk.length
      if (expected === Infinity) readHead()
      if (size < expected) return
      const finish = answered
      const answer = { status, length: body }
      parts = []
      size = 0
      expected = Infinity
      finish(answer)
    })
    function readHead() {
      const buffer = parts.length === 1 ? parts[0] : Buffer.concat(parts)
      const end = buffer.indexOf('\r\n\r\n')
      if (end === -1) return
      const head = buffer.toString('latin1', 0, end)
      status = Number(head.slice(9, 12))
      body = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
      expected = end + 4 + body
    }
    socket.on('connect', () =>
      resolve({
        send(request) {
          return new Promise((done) => {
            answered = done
            socket.write(request)
          })
        },
      }),
    )
  })
}
