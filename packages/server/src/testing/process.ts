import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The built program. `npm test` builds it first. */
const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))
/** What a server is started with. */
export const PROGRAM = `${DIST}main.js`

/** A server in a process of its own. */
export type ServerProcess = {
  child: ChildProcess
  /** Where it answers. */
  url: string
  /** What it has written, for the message of a failure. */
  output(): string
  /** Ends it, by default as a power cut would, and waits until it is gone. Gives its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

type Environment = Record<string, string>

/** How a process is held short: whose it is, and how long a file may grow that it writes. */
export type Bounds = { userId?: number; mostFileBytes?: number }

/** Starts a server on a free port; rejects with what it wrote where it does not come up. */
export async function startProcess(env: Environment, bounds: Bounds = {}): Promise<ServerProcess> {
  const { child, output, exited } = run('main.js', [], { env, ...bounds })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /serves (http:\S+)/.exec(output())?.[1]
      if (address) resolve(address)
    })
    exited.then(
      (code) => reject(new Error(`The server ended with ${code}: ${output()}`)),
      (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
    )
  })
  return {
    child,
    url,
    output,
    async end(signal = 'SIGKILL') {
      child.kill(signal)
      return exited
    },
  }
}

/** Runs an operator's command to its end. */
export async function runAdmin(
  env: Environment,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const { output, exited } = run('admin.js', args, { env })
  return { code: await exited, output: output() }
}

function run(program: string, args: string[], { env, userId, mostFileBytes }: Bounds & { env: Environment }) {
  const node = [process.execPath, DIST + program, ...args]
  // The shell counts in blocks of 512 bytes.
  const limited = ['sh', '-c', `ulimit -f ${(mostFileBytes ?? 0) >> 9} && exec "$@"`, 'sh', ...node]
  const [command = '', ...rest] = mostFileBytes === undefined ? node : limited
  const child = spawn(command, rest, {
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
    // Only what is given counts: the settings of whoever runs the tests are none of the server's business.
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', RATE_LIMITS: 'off', ...env },
    cwd: env['DATA_DIR'],
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const exited = once(child, 'close').then(() => child.exitCode)
  return { child, output: () => text, exited }
}
