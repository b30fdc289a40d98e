import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Backlog, readBacklog } from '../core/health.ts'
import { sameSecret } from '../core/secrets.ts'
import { bearerKey } from './credentials.ts'
import { contextOf, type House } from './house.ts'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const QUERIES = [1, 2, 5, 10, 20, 50, 100]

/**
 * `/metrics` for Prometheus, to whoever shows the token of the settings; without one there is nothing at this address.
 * Answers are counted in memory, and the database is asked once each time somebody looks.
 */
export function serveMetrics(app: FastifyInstance, house: House, token: string | null): void {
  if (token === null) return
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  countAnswers(app, registry)
  const look = gauges(house, registry)
  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!sameSecret(bearerKey(request) ?? '', token)) {
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send('Send METRICS_TOKEN as a Bearer token.\n')
    }
    await look()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** How long answers took and what they asked of the database, by the pattern of the route: no id ends up in a label. */
function countAnswers(app: FastifyInstance, registry: Registry): void {
  const durations = new Histogram({
    name: 'sundial_http_request_duration_seconds',
    help: 'How long requests took, by wire, route and class of status.',
    labelNames: ['wire', 'method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [registry],
  })
  const queries = new Histogram({
    name: 'sundial_http_request_queries',
    help: 'How often a request asked the database, by wire and route.',
    labelNames: ['wire', 'method', 'route'] as const,
    buckets: QUERIES,
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    done()
    if (isStream(reply)) return
    const wire = request.ctx?.via.wire ?? 'web'
    const route = request.ctx === undefined ? '' : (request.routeOptions.url ?? '')
    const method = methodOf(request)
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    durations.observe({ wire, method, route, status }, reply.elapsedTime / 1000)
    if (request.queries) queries.observe({ wire, method, route }, request.queries.count)
  })
}

/** A stream of events is open for as long as its screen, which says nothing about us. */
function isStream({ raw }: FastifyReply): boolean {
  return String(raw.getHeader('content-type')).startsWith('text/event-stream')
}

/** What no route answers has no method either, as anybody may make one up. */
function methodOf({ method, routeOptions }: FastifyRequest): string {
  return routeOptions.url === undefined ? '' : method
}

/** What is looked up when somebody asks. Gives the looking. */
function gauges(house: House, registry: Registry): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] })
  const gaugeBy = <L extends string>(label: L, name: string, help: string) =>
    new Gauge({ name, help, labelNames: [label], registers: [registry] })

  const streams = gauge('sundial_live_streams', 'Open streams of live updates.')
  const isUp = gauge('sundial_database_up', '1 where the database answered just now.')
  const pool = gaugeBy('state', 'sundial_database_connections', 'Connections to the database by state.')
  const jobs = gaugeBy('state', 'sundial_jobs', 'Jobs in the queue by state.')
  const jobAge = gauge('sundial_job_oldest_due_seconds', 'How long the oldest job has been due.')
  const deliveries = gauge('sundial_webhook_deliveries_waiting', 'Messages to webhooks that wait.')
  const deliveryAge = gauge(
    'sundial_webhook_oldest_waiting_seconds',
    'How long the oldest message has waited.',
  )
  const failed = gauge('sundial_webhook_deliveries_failed', 'Messages given up in the last hour.')
  const disabled = gauge('sundial_webhooks_disabled', 'Webhooks that are switched off.')
  new Gauge({
    name: 'sundial_info',
    help: 'The version that runs.',
    labelNames: ['version', 'engine'],
    registers: [registry],
  }).set({ version: house.version, engine: house.db.engine.kind }, 1)

  function show(backlog: Backlog): void {
    const ageOf = (since: number | null) => (since === null ? 0 : Math.max(0, (house.clock() - since) / 1000))
    for (const [state, count] of Object.entries(backlog.jobs)) jobs.set({ state }, count)
    jobAge.set(ageOf(backlog.oldestDueAt))
    deliveries.set(backlog.webhooks.waiting)
    deliveryAge.set(ageOf(backlog.webhooks.oldestWaitingAt))
    failed.set(backlog.webhooks.failedLately)
    disabled.set(backlog.webhooks.disabled)
  }

  return async () => {
    streams.set(house.live.count())
    const { open, idle, waiting } = house.db.engine.connections()
    pool.set({ state: 'idle' }, idle)
    pool.set({ state: 'used' }, open - idle)
    pool.set({ state: 'waited_for' }, waiting)
    try {
      show(await readBacklog(contextOf(house, { wire: 'system', client: null }, { kind: 'system' })))
      isUp.set(1)
    } catch (error) {
      // What is not known is not shown: a figure of long ago would look like one of now.
      for (const each of [jobs, jobAge, deliveries, deliveryAge, failed, disabled]) each.remove()
      isUp.set(0)
      house.log.error({ err: error }, 'the figures of the database could not be read')
    }
  }
}
