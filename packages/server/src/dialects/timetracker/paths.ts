import type { FastifyRequest } from 'fastify'

export const PREFIX = '/timetracker'
export const ROOT = '/api/v1'

/** The path of a request as the system has it, without where it is mounted here. */
export function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?', 1)
  return path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path
}
