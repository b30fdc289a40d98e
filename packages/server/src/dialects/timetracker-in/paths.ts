import type { FastifyRequest } from 'fastify'

export const PREFIX = '/timetracker-in'
/** The core API, below the prefix. */
export const CORE = '/v1'
/** What Zapier and other integrations call, below the prefix. */
export const INTEGRATION = '/api/integrations/zapier'

export function isIntegration({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith(`${PREFIX}${INTEGRATION}`)
}
