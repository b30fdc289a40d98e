// `npm run generate` writes every generated file; with --check it only says which are not what they would be.

import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'
import { licencesPage } from './licences.mjs'

const nativeDocument = 'docs/api/openapi.json'
// Stands for wherever a reader's own server is.
const BASE_URL = 'https://sundial.example.org'

// In order: a later one may read the file of an earlier one. Where `produce` gives undefined, this machine cannot tell.
const generated = [
  {
    file: '.env.example',
    produce: async () => (await built('config.js')).envExample(),
  },
  {
    file: 'docs/licences.md',
    produce: licencesPage,
  },
  {
    file: nativeDocument,
    produce: () => served('/docs/native/openapi.json'),
  },
  {
    file: 'packages/sdk/src/schema.ts',
    produce: sdkTypes,
  },
  {
    file: 'packages/server/src/db/schema.sqlite.sql',
    produce: async () => dumpOf(await sqlite()),
  },
  {
    file: 'packages/server/src/db/schema.postgres.sql',
    produce: postgresDump,
  },
]

await ensureInstalled()
await ensureBuilt(['server'])

const check = process.argv.includes('--check')
const closing = []
let opened
try {
  for (const { file, produce } of [...generated, ...(await ofDialects())]) settle(file, await produce())
} finally {
  for (const close of closing.toReversed()) await close()
}

/** For each foreign system: its document, and the page that says what of it is served. */
async function ofDialects() {
  const { house } = await sqlite()
  const { coverageOf } = await built('reference/coverage.js')
  return house.dialects.flatMap((dialect) => [
    {
      file: `docs/api/${dialect.name}.openapi.json`,
      produce: () => served(`/docs/${dialect.name}/openapi.json`),
    },
    { file: `docs/compat/${dialect.name}.md`, produce: async () => coverageOf(dialect, house.routes) },
  ])
}

function settle(file, text) {
  if (text === undefined || text === current(file)) return
  if (check) {
    console.log(`${file} is out of date: run \`npm run generate\` and commit it.`)
    process.exitCode = 1
    return
  }
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
  console.log(`wrote ${file}`)
}

function current(file) {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

// ---- what the files are made from ----

/** A module of the built server. */
function built(module) {
  return import(pathToFileURL(join(root, 'packages/server/dist', module)).href)
}

/** A server on an empty database, opened once. */
function sqlite() {
  opened ??= openServer({})
  return opened
}

async function served(url) {
  const { app } = await sqlite()
  const { statusCode, payload } = await app.inject(url)
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}: ${payload}`)
  return payload
}

async function openServer(settings) {
  const { readConfig } = await built('config.js')
  const { openServer } = await built('server.js')
  const folder = mkdtempSync(join(tmpdir(), 'sundial-generate-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  const server = await openServer(readConfig({ DATA_DIR: folder, BASE_URL, ...settings }))
  closing.push(() => server.close())
  return server
}

/** The types of the document as it is now, which on --check may be newer than the file. */
async function sdkTypes() {
  const require = createRequire(join(root, 'packages/sdk/package.json'))
  const { default: openapiTS, astToString } = require('openapi-typescript')
  const notice = `// Generated from ${nativeDocument} by \`npm run generate\`.\n\n`
  return notice + astToString(await openapiTS(await served('/docs/native/openapi.json')))
}

function dumpOf({ house }) {
  return house.db.engine.dumpSchema(house.db.kysely)
}

/** The schema of a PostgreSQL database made for this; none where no server answers. */
async function postgresDump() {
  const pg = createRequire(join(root, 'packages/server/package.json'))('pg')
  const url = new URL(process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres')
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
  } catch (error) {
    console.log(
      `Skipped the PostgreSQL schema: ${url.host} does not answer (${error.code ?? error.message}).`,
    )
    return undefined
  }
  closing.push(() => client.end())
  const name = `sundial_test_${randomBytes(6).toString('hex')}`
  await client.query(`create database ${name}`)
  closing.push(() => client.query(`drop database if exists ${name} with (force)`))
  return dumpOf(
    await openServer({ DATABASE_URL: Object.assign(new URL(url), { pathname: `/${name}` }).href }),
  )
}
