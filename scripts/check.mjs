// `npm run check`: everything a reviewer should not have to look for. One line per step, details only of what fails.

import { spawn } from 'node:child_process'
import { ensureBuilt, ensureInstalled, root, tool } from './lib.mjs'

const typescript = tool('typescript', 'bin/tsc')

// The slowest first, since two run at a time.
const steps = [
  ['lint', [tool('oxlint')]],
  ['dead code', [tool('knip', 'bin/knip.js'), '--no-progress']],
  ['types: server', [typescript, '-p', 'packages/server', '--noEmit']],
  ['types: web', [typescript, '-p', 'packages/web', '--noEmit']],
  ['types: sdk', [typescript, '-p', 'packages/sdk', '--noEmit']],
  ['types: bench', [typescript, '-p', 'bench', '--noEmit']],
  ['formatting', [tool('oxfmt'), '--check']],
  ['boundaries', ['scripts/boundaries.mjs']],
  ['web bundle', ['scripts/bundle.mjs']],
  ['generated files', ['scripts/generate.mjs', '--check']],
]

await ensureInstalled()
// The types of the SDK, the settings that the generated files describe and the sizes of the web app come from the build.
await ensureBuilt()

const waiting = [...steps]
await Promise.all([worker(), worker()])

async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) await report(...step)
}

async function report(name, args) {
  const started = performance.now()
  const { code, output } = await capture(args)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)} ${seconds.padStart(5)} s`)
  if (code === 0) return
  console.log(output.trim().replace(/^/gm, '      '))
  process.exitCode = 1
}

function capture(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
