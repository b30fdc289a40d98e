import type { FastifyInstance } from 'fastify'
import { requireReady } from '../core/health.ts'
import type { House } from './house.ts'

/**
 * `/health/live` says that the process runs; `/health/ready` that it can read and write its database, that this is of the
 * schema it knows, and that it is not about to end. Redis has no say: without it, requests are answered all the same.
 */
export function serveHealth(app: FastifyInstance, house: House): void {
  const database = house.db.engine.kind
  app.get('/health/live', async () => ({ status: 'ok' }))
  app.get('/health/ready', async (_request, reply) => {
    if (house.isEnding) return reply.code(503).send({ status: 'ending', database })
    try {
      await requireReady(house.db)
      return { status: 'ok', database }
    } catch (error) {
      house.log.error({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'unavailable', database })
    }
  })
}
