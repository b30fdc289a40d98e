import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * A file on its way out, made as it is read; once the reader is gone, so is the work. What is refused is refused before
 * the first byte.
 */
export async function streamFile(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  write: (signal: AbortSignal) => AsyncIterable<Uint8Array>,
): Promise<Readable> {
  const leaving = new AbortController()
  reply.raw.once('close', () => leaving.abort())
  const pieces = write(leaving.signal)[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (request.method === 'HEAD') {
    // The headers are all that is wanted.
    await pieces.return?.()
    return Readable.from([])
  }
  async function* file(): AsyncGenerator<Uint8Array> {
    try {
      for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value
    } finally {
      await pieces.return?.()
    }
  }
  const stream = Readable.from(file(), { objectMode: false })
  stream.once('error', (error) => {
    // The headers are on their way: all that is left is to break the answer off, so that nobody takes it for whole.
    if (!leaving.signal.aborted) request.log.error({ err: error }, 'an export broke off')
  })
  return stream
}
