import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a line as somebody pastes it into a terminal, but that a refusal fails. */
export async function runLine(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    line.replace('curl', 'curl -sS --fail-with-body'),
  ])
  return stdout
}
