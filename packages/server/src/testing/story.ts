import { expect } from 'vitest'
import { type Answer, call, type Person, type TestServer } from './server.ts'

/**
 * One working day, told in every wire's accent. A wire is one `Accent`: how its clients say each of these things. What
 * is left at the end is read through our own API and has to be the same, whoever told it.
 */
export type Accent = {
  wire: string
  /** What of the day is another than elsewhere: a wire may know no notes, and bill what nothing else decides as it does. */
  leaves: { notes: string | null; billing_status: 'billable' | 'not_billable' }
  /** How reading, writing and deleting what is not there are answered, where that is not 404 each time. */
  gone?: readonly number[]
  /** Signs in; the answer is the status, and the headers to send from now on. */
  signIn: (server: TestServer, person: Person) => Promise<{ status: number; headers: Headers }>
  /** Asks for anything at all without saying who asks. */
  knock: (server: TestServer) => Promise<Answer>
  tell: (server: TestServer, headers: Headers) => Teller
}

export type Headers = Record<string, string>

/** What can be said. Things are named as the wire names them, which nobody else needs to understand. */
export type Teller = {
  addProject(title: string): Promise<string>
  start(title: string, project: string): Promise<string>
  /** The title of the running timer; null where none runs. */
  running(): Promise<string | null>
  edit(entry: string, words: { title: string; notes: string }): Promise<void>
  stop(): Promise<void>
  /** Titles of the entries of these days, newest first. */
  titles(): Promise<string[]>
  /** What these days come to in a report, in seconds. */
  total(): Promise<number>
  remove(entry: string): Promise<void>
  /** The statuses with which reading, writing and deleting an entry are answered. */
  tryAll(entry: string): Promise<number[]>
  /** The number by which every wire knows an entry. */
  idOf(entry: string): number
}

/** A request that has to go well. */
export async function good(server: TestServer, sent: Parameters<typeof call>[1]): Promise<Answer> {
  const answer = await call(server.app, sent)
  expect([sent.method, sent.url, answer.status < 400 ? 'well' : answer.body]).toEqual([
    sent.method,
    sent.url,
    'well',
  ])
  return answer
}

/** The statuses with which requests are answered. */
export async function statuses(
  server: TestServer,
  headers: Headers,
  requests: ['GET' | 'PUT' | 'PATCH' | 'DELETE', string, unknown?][],
): Promise<number[]> {
  const answers = []
  for (const [method, url, body] of requests)
    answers.push((await call(server.app, { method, url, body, headers })).status)
  return answers
}
