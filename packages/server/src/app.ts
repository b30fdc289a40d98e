import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { nativeWire } from './api/wire.ts'
import { DIALECTS, DOOR_RULES } from './dialects/index.ts'
import { parseQuery } from './http/body.ts'
import { mountWire } from './http/edge.ts'
import { paintFrameworkError } from './http/failures.ts'
import { logAnswer } from './http/answered.ts'
import { frontDoor } from './http/front-door.ts'
import { serveHealth } from './http/health.ts'
import type { House } from './http/house.ts'
import { serveMetrics } from './http/metrics.ts'
import { serveWebApp } from './http/static.ts'
import { serveReference } from './reference/serve.ts'
import type { Wire } from './http/wire.ts'

export type App = FastifyInstance

export type AppOptions = {
  trustProxy: boolean | string[]
  dialectHosts: ReadonlyMap<string, string>
  /** The folder of the built web app. */
  webRoot: string
  /** What Prometheus shows to read the figures; null where there are none to read. */
  metricsToken?: string | null
  logger?: FastifyServerOptions['logger']
}

const MOST_BODY_BYTES = 2 * 1024 * 1024
const LONGEST_PARAMETER = 500

/** The whole server: every wire at its place, and the web app for the rest. */
export async function createApp(house: House, options: AppOptions): Promise<App> {
  const wires = [nativeWire(house), ...DIALECTS.map((dialect) => dialect(house))]
  requireDialects(wires, options.dialectHosts)
  house.hooks = new Map(wires.flatMap(({ name, hooks }) => (hooks ? [[name, hooks] as const] : [])))
  house.dialects = wires.slice(1).map(({ name, title, clientPath, connect }) => ({
    name,
    title,
    clientPath,
    connect,
  }))

  const app: App = Fastify({
    logger: options.logger ?? false,
    // Each request gets one line, from the hook below. Every line of it names its operation, as events do.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'operation' }),
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy,
    bodyLimit: MOST_BODY_BYTES,
    rewriteUrl: frontDoor(DOOR_RULES, options.dialectHosts),
    routerOptions: {
      querystringParser: parseQuery,
      maxParamLength: LONGEST_PARAMETER,
    },
    frameworkErrors(error, request, reply) {
      paintFrameworkError(wires, house, { error, request, reply })
      // No hook runs for these.
      logAnswer(request, reply)
    },
    forceCloseConnections: 'idle',
    // What still comes in while the server ends is answered like any other.
    return503OnClosing: false,
  })
  app.addHook('onResponse', (request, reply, done) => {
    logAnswer(request, reply)
    done()
  })
  letConnectionsGo(app)
  hardenAnswers(app, house)
  // What is no wire's and goes wrong all the same is answered in our own words.
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    paintFrameworkError(wires, house, { error, request, reply }),
  )
  await app.register(cookie)
  // Some clients send their bodies compressed; what comes out counts against the limit, as it comes.
  await app.register(compress, { globalCompression: false, requestEncodings: ['gzip', 'deflate', 'br'] })
  serveMetrics(app, house, options.metricsToken ?? null)
  for (const wire of wires) await mountWire(app, house, wire)
  serveHealth(app, house)
  serveReference(app, house, wires)
  await serveWebApp(app, house, options.webRoot)
  return app
}

/** A server that is closing keeps no connection for a next request, nor for a first one, which would hold it up. */
function letConnectionsGo(app: App): void {
  let isClosing = false
  // Node closes those whose last answer is sent, and waits a minute for one on which nothing was ever asked.
  const silent = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  app.server.on('request', ({ socket }) => silent.delete(socket))
  app.addHook('preClose', (done) => {
    isClosing = true
    for (const socket of silent) socket.destroy()
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}

/** Headers that no answer goes without, whichever wire or page it is. */
function hardenAnswers(app: App, { baseUrl }: Pick<House, 'baseUrl'>): void {
  const isSecure = baseUrl.startsWith('https:')
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    if (isSecure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    done()
  })
}

function requireDialects(wires: readonly Wire[], hosts: ReadonlyMap<string, string>): void {
  for (const [host, name] of hosts) {
    if (wires.some((wire) => wire.prefix === `/${name}`)) continue
    throw new Error(`DIALECT_HOSTS gives ${host} to "${name}", which this server does not speak.`)
  }
}
