import assert from 'node:assert/strict'
import { test } from 'node:test'
import { violations } from './boundaries.mjs'

const server = 'packages/server/src/'

// [file, its import, a word of the message that proves which rule bites]
const forbidden = [
  ['core/rules/money.ts', `import { getEntry } from '../entries.ts'`, 'core/rules/'],
  ['core/rules/money.ts', `import { sql } from 'kysely'`, 'core/rules/'],
  ['core/rules/money.ts', `import { readFileSync } from 'node:fs'`, 'core/rules/'],
  ['core/rules/money.ts', `import type { Edge } from '../../http/edge.ts'`, 'core/rules/'],
  ['core/timer.ts', `import { readBody } from '../http/body.ts'`, 'core/ is the product'],
  ['core/timer.ts', `import type { Config } from '../config.ts'`, 'core/ is the product'],
  ['core/timer.ts', `import { enqueue } from '../jobs/queue.ts'`, 'core/ is the product'],
  ['core/reports/summary.ts', `import type { FastifyRequest } from 'fastify'`, 'core/ is the product'],
  ['core/timer.ts', `import pg from 'pg'`, 'core/ is the product'],
  ['db/open.ts', `import { AppError } from '../core/errors.ts'`, 'db/ is the floor'],
  ['http/edge.ts', `import type { Schema } from '../db/schema.ts'`, 'http/ is the kit'],
  ['http/edge.ts', `import { sql } from 'kysely'`, 'http/ is the kit'],
  ['http/edge.ts', `import { routes } from '../api/entries.ts'`, 'http/ is the kit'],
  ['api/entries.ts', `import type { Schema } from '../db/schema.ts'`, 'api/ is the native wire'],
  ['api/entries.ts', `import { toggl } from '../dialects/toggl/index.ts'`, 'api/ is the native wire'],
  ['api/entries.ts', `import { sql } from 'kysely/helpers'`, 'api/ is the native wire'],
  ['dialects/toggl/map.ts', `import { toWire } from '../timing/map.ts'`, 'A dialect knows everything'],
  ['dialects/toggl/map.ts', `import { dialects } from '../index.ts'`, 'A dialect knows everything'],
  ['dialects/toggl/v9/map.ts', `export * from '../../timing/map.ts'`, 'A dialect knows everything'],
  ['dialects/timetracker/map.ts', `import '../timetracker-in/map.ts'`, 'A dialect knows everything'],
  ['dialects/toggl/map.ts', `import type { Schema } from '../../db/schema.ts'`, 'A dialect knows everything'],
  ['dialects/toggl/map.ts', `import type { Kysely } from 'kysely'`, 'A dialect knows everything'],
  ['dialects/toggl/map.ts', `import { schema } from '../../api/schemas.ts'`, 'A dialect knows everything'],
  ['dialects/index.ts', `import { routes } from '../api/entries.ts'`, 'is the registry'],
  ['dialects/shared.ts', `import { toWire } from './timing/map.ts'`, 'only the registry'],
  ['jobs/deliver-webhooks.ts', `import { sql } from 'kysely'`, 'jobs/ is what happens later'],
  [
    'jobs/deliver-webhooks.ts',
    `const dialects = await import('../dialects/index.ts')`,
    'jobs/ is what happens',
  ],
  ['jobs/queue.ts', `import { toggl } from '../dialects/toggl/index.ts'`, "queue's own SQL"],
  ['exporters/csv.ts', `import { sql } from 'kysely'`, 'exporters/ turn rows'],
  ['exporters/csv.ts', `import type { FastifyReply } from 'fastify'`, 'exporters/ turn rows'],
  ['app.ts', `import { sql } from 'kysely'`, 'app.ts composes'],
  ['config.ts', `import { openDatabase } from './db/open.ts'`, 'config.ts is read first'],
  ['main.ts', `import { routes } from './api/entries.ts'`, 'Entry points'],
  ['admin.ts', `import {\n  dialects,\n} from './dialects/index.ts'`, 'Entry points'],
  ['utils/strings.ts', '', 'has no row'],
].map(([file, ...rest]) => [server + file, ...rest])

const foreign = [
  [
    'packages/sdk/src/index.ts',
    `import type { Row } from '../../server/src/db/schema.ts'`,
    'The SDK is published',
  ],
  ['packages/sdk/src/index.ts', `import { app } from '@sundial/server'`, 'The SDK is published'],
  [
    'packages/web/src/main.tsx',
    `import { round } from '../../server/src/core/rules/rounding.ts'`,
    'The web app is',
  ],
  ['packages/web/src/main.tsx', `import { app } from '@sundial/server/app'`, 'The web app is'],
]

const allowed = [
  ['core/rules/money.ts', `import type { EntryRow } from '../../db/schema.ts'`],
  ['core/rules/local-time.ts', `import { Temporal } from 'temporal-polyfill'`],
  ['core/rules/local-time.ts', `import { round } from './rounding.ts'`],
  ['core/reports/summary.ts', `import { sql } from 'kysely'\nimport { open } from '../../db/open.ts'`],
  [
    'http/edge.ts',
    `import type { FastifyInstance } from 'fastify'\nimport { findToken } from '../core/tokens.ts'`,
  ],
  ['api/entries.ts', `import { csv } from '../exporters/csv.ts'\nimport { edge } from '../http/edge.ts'`],
  [
    'dialects/toggl/v9/entries.ts',
    `import { toWire } from '../map.ts'\nimport { stop } from '../../../core/timer.ts'`,
  ],
  ['dialects/index.ts', `import { toggl } from './toggl/index.ts'`],
  ['jobs/queue.ts', `import { sql } from 'kysely'\nimport type { Schema } from '../db/schema.ts'`],
  ['app.ts', `import { dialects } from './dialects/index.ts'\nimport { api } from './api/index.ts'`],
  ['main.ts', `import { buildApp } from './app.ts'\nimport { openDatabase } from './db/open.ts'`],
  [
    'dialects/story.test.ts',
    `import { open } from '../db/open.ts'\nimport { toggl } from './toggl/index.ts'`,
  ],
  ['testing/server.ts', `import { buildApp } from '../app.ts'\nimport { sql } from 'kysely'`],
].map(([file, source]) => [server + file, source])

test('every forbidden import is reported with the sentence that teaches', () => {
  for (const [file, source, message] of [...forbidden, ...foreign]) {
    const found = violations(file, source)
    assert.equal(found.length, 1, `${file} may not say ${source}`)
    assert.ok(found[0].because.includes(message), `${file}, ${source}: ${found[0].because}`)
  }
})

test('what a layer is built on passes, and tests may import anything', () => {
  for (const [file, source] of allowed) {
    assert.deepEqual(violations(file, source), [], `${file} may say ${source}`)
  }
})

test('a report names the line of the import', () => {
  const source = `import { a } from './a.ts'\n\nexport type B = string\nimport { sql } from 'kysely'\n`
  const [found] = violations(`${server}api/b.ts`, source)
  assert.equal(found.line, 4)
  assert.equal(found.target, 'kysely')
})
