import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../../core/context.ts'
import type { Entry } from '../../core/entries/entry.ts'
import { findLatestEntry } from '../../core/entries/read.ts'
import { AppError, conflict } from '../../core/errors.ts'
import { projectsById } from '../../core/projects/read.ts'
import { findTimer, startTimer, stopTimer } from '../../core/timer.ts'
import type { House } from '../../http/house.ts'
import { startOf } from './dates.ts'
import { fieldsOf, overlapOf } from './entry-input.ts'
import { toEntry } from './map.ts'
import { originRoot } from './pages.ts'
import { readCall } from './wire.ts'

export function timerRoutes(app: FastifyInstance, house: House): void {
  app.post('/time-entries/start', { schema: { summary: 'Start a timer' } }, async (request, reply) => {
    const call = readCall(request)
    const { ctx, input } = call
    const { started } = await startTimer(ctx, {
      ...(await fieldsOf(ctx, input)),
      started_at: await startOf(call),
      overlap: overlapOf(input),
      whenRunning: 'stop_now',
    })
    const message = `Timer '${await nameOf(ctx, started)}' started.`
    return reply.code(201).send({ data: toEntry(started, ctx.now), message })
  })

  app.put('/time-entries/stop', { schema: { summary: 'Stop the running timer' } }, async ({ ctx }) => {
    const stopped = await stopTimer(ctx)
    return { data: toEntry(stopped, ctx.now), message: `Timer '${await nameOf(ctx, stopped)}' stopped.` }
  })

  app.get(
    '/time-entries/latest',
    { schema: { summary: 'Redirect to the latest time entry' } },
    async (request, reply) => {
      const entry = await findLatestEntry(request.ctx)
      if (!entry) throw new AppError('not_found', 'no_such_thing', 'No time entry found.')
      return redirect(reply, addressOf(house, request, entry))
    },
  )

  app.get(
    '/time-entries/running',
    { schema: { summary: 'Redirect to the running timer' } },
    async (request, reply) => {
      const entry = await findTimer(request.ctx)
      if (!entry) throw conflict('nothing_running', 'No timer is running.')
      return redirect(reply, addressOf(house, request, entry))
    },
  )
}

/** How the message calls an entry: by its title, or else by its project. */
async function nameOf(ctx: Ctx, entry: Entry): Promise<string> {
  if (entry.title !== null || entry.project_id === null) return entry.title ?? ''
  return (await projectsById(ctx, [entry.project_id])).get(entry.project_id)?.title ?? ''
}

function addressOf(house: House, request: FastifyRequest, entry: Entry): string {
  return `${originRoot(house, request)}/time-entries/${entry.id}`
}

/** A redirect with the page of the documents, which is what a browser would show. */
function redirect(reply: FastifyReply, address: string): FastifyReply {
  const safe = escapeHtml(address)
  const page = `<!DOCTYPE html>
<html>
    <head>
        <meta charset="UTF-8" />
        <meta http-equiv="refresh" content="0;url='${safe}'" />

        <title>Redirecting to ${safe}</title>
    </head>
    <body>
        Redirecting to <a href="${safe}">${safe}</a>.
    </body>
</html>`
  return reply.code(302).headers({ location: address, 'content-type': 'text/html; charset=utf-8' }).send(page)
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#039;'],
])

/** The host in the address is what the client says it is. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '')
}
