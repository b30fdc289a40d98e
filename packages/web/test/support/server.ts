import { createSundialClient, type Me, type SundialClient } from '@sundial/sdk'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url))

/** The built server as people run it: a process of its own, on a free port, with a folder of its own. */
export type TestServer = {
  url: string
  /** What it prints while nobody has set it up. */
  setupUrl: string | undefined
  /** As a power cut would. */
  kill(): Promise<void>
  /** The same port, the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sundial-web-'))
  const port = await freePort()
  const settings: Record<string, string> = {
    ...env,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    // Where a test names the address, the port is not known to it yet.
    ...(env['BASE_URL'] && { BASE_URL: `${env['BASE_URL']}:${port}` }),
  }
  let running = await run(settings)

  async function kill() {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return
    running.child.kill('SIGKILL')
    await once(running.child, 'exit')
  }

  return {
    url: `http://127.0.0.1:${port}`,
    setupUrl: running.setupUrl,
    kill,
    async restart() {
      running = await run(settings)
    },
    async close() {
      await kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Running = { child: ChildProcess; setupUrl: string | undefined }

async function run(settings: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...settings },
    cwd: settings['DATA_DIR'],
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard: string[] = []
  child.stderr.on('data', (chunk: Buffer) => heard.push(chunk.toString()))
  for await (const line of createInterface(child.stdout)) {
    heard.push(line)
    const setupUrl = /^Set it up at (\S+)/.exec(line)?.[1]
    // Set up before, a server says no more than that it serves.
    if (setupUrl || (line.startsWith('Sundial ') && (await isSetUp(settings)))) {
      // Its log must not fill the pipe.
      child.stdout.resume()
      return { child, setupUrl }
    }
  }
  throw new Error(`The server did not start:\n${heard.join('\n')}`)
}

async function isSetUp({ PORT }: Record<string, string>): Promise<boolean> {
  const { data } = await createSundialClient({ baseUrl: `http://127.0.0.1:${PORT}` }).GET('/server')
  return data?.is_set_up ?? false
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  // Listening on TCP, so it is no path.
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

// ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const password = 'long enough for anybody'

/** Somebody signed in, with what they can do without a browser. */
export type Person = { me: Me; email: string; session: string; api: SundialClient }

/** The first account, made from the address the server printed. */
export async function setUp(server: TestServer, name = 'Ines Falk'): Promise<Person> {
  const code = new URL(server.setupUrl ?? '').searchParams.get('code') ?? ''
  const account = { email: 'ines@example.org', name, time_zone: 'Europe/Berlin', setup_code: code }
  const made = await createSundialClient({ baseUrl: server.url }).POST('/users', {
    body: { ...account, password },
  })
  return toPerson(server, made)
}

export async function signInAs(server: TestServer, email: string): Promise<Person> {
  const made = await createSundialClient({ baseUrl: server.url }).POST('/session', {
    body: { email, password },
  })
  return toPerson(server, made)
}

function toPerson(
  server: TestServer,
  { data, error, response }: { data?: Me; error?: unknown; response: Response },
) {
  const cookie = /^([^=]+)=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')
  if (!data || !cookie?.[2]) throw new Error(`Nobody signed in: ${JSON.stringify(error)}`)
  const api = createSundialClient({
    baseUrl: server.url,
    fetch: (request) => {
      request.headers.set('cookie', cookie[0])
      request.headers.set('origin', server.url)
      return fetch(request)
    },
  })
  return { me: data, email: data.email, session: cookie[0], api }
}
