import { type IncomingMessage, request as requestPlainly } from 'node:http'
import { request as requestSecurely } from 'node:https'
import type { LookupFunction } from 'node:net'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'

/** Calls to addresses that people of this installation have written down. */
export type Outbound = {
  /** Whether they may also lie in the network of this server, and be plain http. */
  allowsPrivate: boolean
  /** Sends a text. Gives any answer, a redirect too; throws a short sentence where there is none. */
  post(url: string, message: Message): Promise<{ status: number; text: string }>
}

type Message = {
  /** POST unless it is said. */
  method?: 'POST' | 'PUT' | 'PATCH'
  headers: Readonly<Record<string, string>>
  body: string
  timeoutMs?: number
}

type Options = { allowsPrivate: boolean; lookup?: LookupFunction }

/** How long an answer is waited for. */
export const TIMEOUT_MS = 10_000
const MOST_ANSWER_BYTES = 64 * 1024

/** Opens the way out. Where private addresses are refused, it is the one being connected to that counts, not its name. */
export function createOutbound({ allowsPrivate, lookup }: Options): Outbound {
  const filter = { allowPrivateIPAddress: allowsPrivate, keepAlive: false }
  const agents = {
    plain: new RequestFilteringHttpAgent(filter),
    secure: new RequestFilteringHttpsAgent(filter),
  }
  return {
    allowsPrivate,
    async post(text, { method = 'POST', headers, body, timeoutMs = TIMEOUT_MS }) {
      const url = new URL(text)
      const isPlain = url.protocol === 'http:'
      if (isPlain && !allowsPrivate) throw new Error('Only addresses that begin with https:// are called.')
      const signal = AbortSignal.timeout(timeoutMs)
      const options = {
        method,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal,
        ...(lookup ? { lookup } : {}),
      }
      try {
        return await new Promise((resolve, reject) => {
          const request = isPlain
            ? requestPlainly(url, { ...options, agent: agents.plain })
            : requestSecurely(url, { ...options, agent: agents.secure })
          request.on('error', reject)
          request.on('response', (answer) => {
            readStart(answer).then(
              (start) => resolve({ status: answer.statusCode ?? 0, text: start }),
              reject,
            )
          })
          request.end(body)
        })
      } catch (error) {
        if (signal.aborted) throw new Error(`There was no whole answer within ${timeoutMs / 1000} s.`)
        throw new Error(wordsFor(error), { cause: error })
      }
    },
  }
}

/** What comes first of an answer; nobody is made to read, or to keep, an endless one. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // Leaving the loop ends the connection.
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MOST_ANSWER_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MOST_ANSWER_BYTES).toString('utf8')
}

const WORDS: readonly [RegExp, string][] = [
  [/^(ENOTFOUND|EAI_|ENODATA)/, 'The name of the host cannot be found.'],
  [/^ECONNREFUSED/, 'The receiver refused the connection.'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL)/, 'There is no way to the receiver.'],
  [/^(ECONNRESET|EPIPE|ETIMEDOUT)/, 'The connection broke off.'],
  [/^(HPE_|ERR_STREAM)/, 'The receiver did not answer in HTTP.'],
  [/CERT|TLS|SSL|SIGNATURE|EPROTO|ISSUER/, 'No safe connection could be made'],
]

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return 'The request failed.'
  // Errors of the filter have no code, only this text.
  if (/is not allowed\. Because/.test(error.message)) return 'The address is private, so it is not called.'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const words = WORDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'The request failed'
  return words.endsWith('.') ? words : `${words}${code ? ` (${code})` : ''}.`
}
