// What the scripts share. Everything they say on the way goes to stderr: stdout belongs to the answer.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a command to its end and answers with its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 1 : code))
  })
}

/** Runs npm, whichever started us; `npm` on the path otherwise. */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}

/** The JavaScript file behind a tool's command, so that it runs by `node` on every system. */
export function tool(name, file = `bin/${name}`) {
  return join(root, 'node_modules', name, file)
}

export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

export function fail(sentence) {
  say(sentence)
  process.exit(1)
}

// ---- installed ----

export async function ensureInstalled() {
  requireNode()
  if (installed()) return
  say('Installing the dependencies …')
  // Building needs the development dependencies, also where NODE_ENV=production would leave them out.
  if ((await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])) !== 0) fail('npm ci failed; see above.')
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Sundial needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org/.`)
}

/** Whether node_modules holds what package-lock.json asks for; npm notes there what it has installed. */
export function installed() {
  const note = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const present = JSON.parse(readFileSync(note, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    // The root itself is not noted, and neither are builds for other systems.
    if (path === '' || (optional && !present[path])) return true
    return present[path] !== undefined && (link || present[path].version === version)
  })
}

// ---- built ----

const packages = {
  sdk: {
    inputs: ['src', 'package.json', 'tsconfig.json'],
    command: (out) => [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.json', '--outDir', out],
  },
  server: {
    inputs: ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
    command: (out) => [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', out],
  },
  web: {
    inputs: [
      'src',
      'public',
      'build',
      'index.html',
      'package.json',
      'tsconfig.json',
      'vite.config.ts',
      '../sdk/src',
    ],
    command: (out) => [
      tool('vite', 'bin/vite.js'),
      'build',
      '--logLevel=warn',
      '--emptyOutDir',
      `--outDir=${out}`,
    ],
  },
}

/** Builds the packages named, all by default, whose sources are not those of their last build. */
export async function ensureBuilt(names = Object.keys(packages)) {
  const stale = names.filter((name) => !isBuilt(name))
  // The others compile against the SDK's types.
  for (const group of [['sdk'], ['server', 'web']]) {
    const problems = await Promise.all(group.filter((name) => stale.includes(name)).map(build))
    if (problems.some(Boolean)) fail(problems.filter(Boolean).join('\n'))
  }
}

function isBuilt(name) {
  const stamp = stampOf(name)
  if (!existsSync(join(root, 'packages', name, 'dist')) || !existsSync(stamp)) return false
  return readFileSync(stamp, 'utf8') === fingerprint(name)
}

/**
 * Builds beside the old output and swaps at the end, so that `dist` is always whole, also after Ctrl-C. Answers with
 * what went wrong.
 */
async function build(name) {
  say(`Building ${name} …`)
  const before = fingerprint(name)
  const folder = join(root, 'packages', name)
  const fresh = join(folder, `dist.new-${process.pid}`)
  const code = await run(process.execPath, packages[name].command(fresh), { cwd: folder })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    return `Building ${name} failed; see above.`
  }
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  renameSync(fresh, join(folder, 'dist'))
  mkdirSync(dirname(stampOf(name)), { recursive: true })
  writeFileSync(stampOf(name), before)
  return undefined
}

function stampOf(name) {
  return join(root, 'node_modules/.cache/sundial', `${name}.stamp`)
}

/** Changes whenever a source is edited, added, renamed or deleted; reads no file, so that a start stays fast. */
function fingerprint(name) {
  const folder = join(root, 'packages', name)
  const shared = ['tsconfig.base.json', 'package-lock.json'].map((file) => join(root, file))
  const files = [...packages[name].inputs.map((input) => join(folder, input)), ...shared].flatMap(filesIn)
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'testing' && entry.name !== 'golden' && !entry.name.includes('.test.'))
    .map((entry) => join(path, entry.name))
    .toSorted()
    .flatMap(filesIn)
}
