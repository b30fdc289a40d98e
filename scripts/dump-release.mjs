// `node scripts/dump-release.mjs`: writes a small database of this version in both engines, for the test that every later
// version opens it. To be run once for a release, on the commit that is tagged; needs PostgreSQL and its pg_dump.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'

await ensureInstalled()
await ensureBuilt(['sdk', 'server'])
const require = createRequire(join(root, 'packages/server/package.json'))
const { version } = require(join(root, 'packages/server/package.json'))
const folder = join(root, 'packages/server/src/testing/releases')
const postgres = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres')
const SECRET_KEY = 'the key of every database of a release'
const PASSWORD = 'correct horse battery staple'

mkdirSync(folder, { recursive: true })
await dumpSqlite()
await dumpPostgres()

async function dumpSqlite() {
  const dataDir = mkdtempSync(join(tmpdir(), 'sundial-release-'))
  await fill({ DATA_DIR: dataDir })
  const file = join(folder, `v${version}.db`)
  rmSync(file, { force: true })
  const SQLite = require('better-sqlite3')
  const database = new SQLite(join(dataDir, 'sundial.db'))
  database.prepare('vacuum into ?').run(file)
  database.close()
  rmSync(dataDir, { recursive: true })
}

async function dumpPostgres() {
  const dataDir = mkdtempSync(join(tmpdir(), 'sundial-release-'))
  const name = `sundial_test_release_${process.pid}`
  const { Client } = require('pg')
  const client = new Client({ connectionString: postgres.href })
  await client.connect()
  await client.query(`create database ${name}`)
  const url = new URL(postgres)
  url.pathname = `/${name}`
  try {
    await fill({ DATA_DIR: dataDir, DATABASE_URL: url.href })
    const sql = execFileSync('pg_dump', ['--inserts', '--no-owner', '--no-privileges', url.href], {
      encoding: 'utf8',
    })
    // The marks that psql puts around a dump are for psql alone.
    writeFileSync(join(folder, `v${version}.sql`), sql.replace(/^\\.*\n/gm, ''))
  } finally {
    await client.query(`drop database ${name} with (force)`)
    await client.end()
    rmSync(dataDir, { recursive: true })
  }
}

/** A day of a small team, through our own API. */
async function fill(env) {
  const main = join(root, 'packages/server/dist/main.js')
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, SECRET_KEY, HOST: '127.0.0.1', PORT: '0', RATE_LIMITS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  while (!/setup\?code=\w+/.test(output)) await once(child.stdout, 'data')
  const [, base, code] = /(http:\/\/[^/\s]+)\/setup\?code=(\w+)/.exec(output)
  const admin = (...args) =>
    JSON.parse(
      execFileSync(process.execPath, [join(root, 'packages/server/dist/admin.js'), ...args], {
        env: { ...process.env, ...env, SECRET_KEY },
        encoding: 'utf8',
      }),
    )
  const headers = { 'content-type': 'application/json' }
  async function call(method, path, body) {
    const request = { method, headers }
    if (body !== undefined) request.body = JSON.stringify(body)
    const response = await fetch(`${base}/sundial/api/v1${path}`, request)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  const owner = {
    email: 'owner@example.com',
    password: PASSWORD,
    name: 'Ada Example',
    time_zone: 'Europe/Berlin',
  }
  await call('POST', '/users', { ...owner, setup_code: code, team_name: 'Studio' })
  headers.authorization = `Bearer ${admin('create-token', '--email', owner.email, '--name', 'release').token}`
  const { id: team } = (await call('GET', '/workspaces')).data.find((workspace) => workspace.kind === 'team')
  admin(
    'create-user',
    '--email',
    'member@example.com',
    '--password',
    PASSWORD,
    '--time-zone',
    'America/St_Johns',
  )
  admin('add-member', '--workspace', String(team), '--email', 'member@example.com', '--role', 'member')

  const client = await call('POST', '/clients', { workspace_id: team, name: 'Éclair & Co.' })
  const website = await call('POST', '/projects', {
    workspace_id: team,
    title: 'Website',
    client_id: client.id,
  })
  const shop = await call('POST', '/projects', { workspace_id: team, title: 'Shop', parent_id: website.id })
  const task = await call('POST', '/tasks', { project_id: shop.id, name: 'Basket' })
  const entries = [
    {
      project_id: shop.id,
      task_id: task.id,
      title: 'Fix basket rounding',
      tags: ['bug'],
      ...at('09:02', '10:40'),
    },
    { project_id: website.id, title: 'Review', billing_status: 'billed', ...at('10:40', '11:15') },
    { title: 'Standup 🌞', custom_fields: { room: 'blue' }, break_seconds: 300, ...at('11:15', '11:30') },
    { project_id: shop.id, title: 'Release', ...at('22:30', '23:59') },
  ]
  const made = []
  for (const entry of entries) made.push(await call('POST', '/entries', entry))
  await call('DELETE', `/entries/${made[3].id}`)
  await call('PATCH', `/workspaces/${team}`, { locked_before: '2026-01-01' })
  await call('POST', '/workspaces/' + team + '/invitations', { email: 'guest@example.com', role: 'viewer' })
  await call('POST', '/timer/start', { project_id: shop.id, title: 'Still running' })
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function at(from, to) {
  return { started_at: `2026-03-02T${from}:00+01:00`, ended_at: `2026-03-02T${to}:00+01:00` }
}
