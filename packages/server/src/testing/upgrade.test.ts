import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { findDamage } from '../core/check/check.ts'
import { contextOf } from '../http/house.ts'
import { openServer, type Server } from '../server.ts'
import { call, createStorage, onServer, type Storage } from './server.ts'

// Databases as earlier versions left them, written by scripts/dump-release.mjs on the day of each release.
const folder = join(import.meta.dirname, 'releases')
const isPostgres = process.env['SUNDIAL_TEST_ENGINE'] === 'postgres'
const releases = readdirSync(folder).filter((name) => name.endsWith(isPostgres ? '.sql' : '.db'))

test('there is a database of every release', () => {
  expect(releases.length).toBeGreaterThan(0)
})

describe.each(releases)('the database of %s', (name) => {
  let storage: Storage
  let server: Server
  let cookie: string

  beforeAll(async () => {
    storage = await createStorage()
    if (isPostgres)
      await onServer(new URL(storage.env['DATABASE_URL'] ?? ''), readFileSync(join(folder, name), 'utf8'))
    else copyFileSync(join(folder, name), join(storage.env['DATA_DIR'] ?? '', 'sundial.db'))
    const settings = {
      ...storage.env,
      SECRET_KEY: 'the key of every database of a release',
      RATE_LIMITS: 'off',
    }
    server = await openServer(readConfig(settings))
    await server.app.ready()
    const credentials = { email: 'owner@example.com', password: 'correct horse battery staple' }
    const signedIn = await call(server.app, {
      method: 'POST',
      url: '/sundial/api/v1/session',
      body: credentials,
    })
    expect(signedIn.status).toBe(201)
    cookie = String(signedIn.headers['set-cookie']).split(';', 1)[0] ?? ''
  })
  afterAll(async () => {
    await server.close()
    await storage.remove()
  })

  const get = async (url: string) => {
    const answer = await call(server.app, {
      method: 'GET',
      url: `/sundial/api/v1${url}`,
      headers: { cookie },
    })
    expect(answer.status).toBe(200)
    return answer.body
  }

  test('is whole after the upgrade', async () => {
    const ctx = contextOf(server.house, { wire: 'test', client: null }, { kind: 'system' })
    expect(await findDamage(ctx)).toEqual([])
  })

  test('has kept every second of what was tracked', async () => {
    const { data } = await get('/entries?from=2026-03-01&to=2026-03-03')
    const told = data.map((entry: { title: string; duration_seconds: number; billing_status: string }) => [
      entry.title,
      entry.duration_seconds,
      entry.billing_status,
    ])
    expect(told).toEqual([
      ['Standup 🌞', 600, 'billable'],
      ['Review', 2100, 'billed'],
      ['Fix basket rounding', 5880, 'billable'],
    ])
    expect(data[0].custom_fields).toEqual({ room: 'blue' })
    expect(data[2].tags).toMatchObject([{ name: 'bug' }])
  })

  test('finds what was there before there was a search, whatever its case', async () => {
    const found = async (words: string) => {
      const { data } = await get(`/search?q=${encodeURIComponent(words)}`)
      return data.map((each: { kind: string; title: string }) => `${each.kind}: ${each.title}`)
    }
    expect(await found('ROUNDING basket')).toEqual(['entry: Fix basket rounding'])
    expect(await found('standup 🌞')).toEqual(['entry: Standup 🌞'])
    expect(await found('WEBSITE')).toEqual(['project: Website'])
    expect(await found('éCLAIR')).toEqual(['client: Éclair & Co.'])
    expect(await found('basket')).toEqual(['task: Basket', 'entry: Fix basket rounding'])
  })

  test('still runs the timer that ran, on its project', async () => {
    const { entry } = await get('/timer')
    expect(entry).toMatchObject({ title: 'Still running', is_running: true })
    expect((await get(`/projects/${entry.project_id}`)).title_chain).toEqual(['Website', 'Shop'])
  })
})
