import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('the address of a Redis begins with redis:// or rediss://', () => {
  expect(readConfig({}).redisUrl).toBeNull()
  for (const url of ['redis://localhost', 'rediss://user:password@redis.example.org:6380/1'])
    expect(readConfig({ REDIS_URL: url }).redisUrl).toBe(url)
  for (const url of ['localhost:6379', 'http://localhost:6379', 'redis://host:port'])
    expect(() => readConfig({ REDIS_URL: url })).toThrow(/^REDIS_URL must/)
})

test('a provider is reached by https, or on this very machine, and knows this server by a name', () => {
  const client = { OIDC_CLIENT_ID: 'sundial' }
  expect(readConfig({})).toMatchObject({ oidcIssuer: null, oidcSignUp: false, oidcName: null })
  for (const issuer of [
    'https://login.example.org/realms/all',
    'http://localhost:8080',
    'http://[::1]:8080/',
  ])
    expect(readConfig({ OIDC_ISSUER: issuer, ...client }).oidcIssuer).toBe(issuer)
  for (const issuer of [
    'login.example.org',
    'http://login.example.org',
    'http://localhost.example.org',
    'https://login.example.org?a=b',
    'https://me:secret@login.example.org',
  ])
    expect(() => readConfig({ OIDC_ISSUER: issuer, ...client })).toThrow(/^OIDC_ISSUER must/)
  expect(() => readConfig({ OIDC_ISSUER: 'https://login.example.org' })).toThrow(/OIDC_CLIENT_ID/)
  expect(() => readConfig({ OIDC_SIGN_UP: 'maybe' })).toThrow(/^OIDC_SIGN_UP must/)
})
