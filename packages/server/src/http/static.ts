import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { House } from './house.ts'
import { pageHeaders } from './page-headers.ts'

const NONCE = '__CSP_NONCE__'
const YEAR_SECONDS = 365 * 24 * 3600

/** Serves the built web app: its hashed files for good, and its page for every other address a browser asks for. */
export async function serveWebApp(app: FastifyInstance, house: House, folder: string): Promise<void> {
  const pagePath = join(folder, 'index.html')
  const page = existsSync(pagePath) ? readFileSync(pagePath, 'utf8') : undefined
  if (page !== undefined) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      // The build lays compressed copies beside what is worth it.
      preCompressed: true,
      // Else its own header of this name would take the place of ours.
      cacheControl: false,
      setHeaders(reply, path) {
        const isHashed = path.includes('/assets/')
        reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && accepts(request.headers.accept)
    if (page === undefined || !isPage) {
      return reply.code(404).send({
        error: { code: 'not_found', reason: 'no_such_route', message: 'There is nothing at this address.' },
      })
    }
    return sendPage(reply, page, house)
  })
}

function accepts(accept: string | undefined): boolean {
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*')
}

function sendPage(reply: FastifyReply, page: string, house: House): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply.headers(pageHeaders(house, nonce)).send(page.replaceAll(NONCE, nonce))
}
