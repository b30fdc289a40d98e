import type { FastifyInstance } from 'fastify'
import type { House } from '../../../http/house.ts'
import { createRoutes } from './create.ts'
import { fallbackRoutes } from './fallbacks.ts'
import { findRoutes } from './find.ts'
import { hookRoutes } from './hooks.ts'
import { listRoutes } from './lists.ts'

/** The surface that Zapier and other integrations call. */
export function integrationRoutes(app: FastifyInstance, house: House): void {
  createRoutes(app)
  findRoutes(app, house)
  listRoutes(app)
  fallbackRoutes(app)
  hookRoutes(app, house)
}
