import type { InjectOptions } from 'fastify'
import { type Answer, call, type Person, type TestServer } from './server.ts'

/** A browser on the pages of a server, at an address of its own: it keeps the session cookie, and says which page it is on. */
export type Browser = {
  cookie: string | undefined
  call(method: InjectOptions['method'], path: string, body?: unknown): Promise<Answer>
  signIn(person: Pick<Person, 'email' | 'password'>, code?: string): Promise<Answer>
}

let opened = 0

export function openBrowser(server: TestServer): Browser {
  opened += 1
  const from = `10.9.${opened >> 8}.${opened & 255}`
  const browser: Browser = {
    cookie: undefined,
    async call(method, path, body) {
      const { cookie } = browser
      const headers = { origin: server.house.baseUrl, ...(cookie === undefined ? {} : { cookie }) }
      const answer = await call(server.app, { method, url: `/sundial/api/v1${path}`, body, headers, from })
      const given = answer.headers['set-cookie']
      if (given !== undefined) browser.cookie = String(given).split(';', 1)[0]
      return answer
    },
    signIn: ({ email, password }, code) => browser.call('POST', '/session', { email, password, code }),
  }
  return browser
}
