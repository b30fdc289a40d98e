import type { FastifyInstance } from 'fastify'
import type { House } from './house.ts'

/**
 * `/health/live` says that the process runs, `/health/ready` that it can read and write its database. Redis has no say:
 * without it, requests are answered all the same.
 */
export function serveHealth(app: FastifyInstance, house: House): void {
  app.get('/health/live', async () => ({ status: 'ok' }))
  app.get('/health/ready', async (_request, reply) => {
    try {
      await house.db.engine.probe(house.db.kysely)
      return { status: 'ok', database: house.db.engine.kind }
    } catch (error) {
      house.log.error({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'unavailable', database: house.db.engine.kind })
    }
  })
}
