import { execFile, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Which of these programs this machine has not. */
export function missingPrograms(...names: string[]): string[] {
  return names.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)
}

/** A home of its own for commands, in which curl fails where a server refuses. */
export function makeHome(folder: string): NodeJS.ProcessEnv {
  writeFileSync(join(folder, '.curlrc'), 'fail-with-body\nshow-error\n')
  return { PATH: process.env['PATH'], HOME: folder, CURL_HOME: folder }
}

type Place = { cwd: string; env: NodeJS.ProcessEnv }

/** Runs what somebody pastes into a terminal; gives what it prints, and throws where any part of it fails. */
export async function runShell(script: string, { cwd, env }: Place): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
    cwd,
    env,
  })
  return stdout
}

/** Runs a program in JavaScript, which may import modules and await. */
export async function runScript(code: string, { cwd, env }: Place): Promise<string> {
  const file = join(cwd, 'sample.mjs')
  writeFileSync(file, code)
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd, env })
  return stdout
}

/** Starts a program that ends only when it is stopped. */
export function startCommand(command: [string, ...string[]], { cwd, env }: Place) {
  const [program, ...rest] = command
  const child = spawn(program, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (printed += piece.toString()))
  return {
    printed: () => printed,
    async stop() {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}
