import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('the address of a Redis begins with redis:// or rediss://', () => {
  expect(readConfig({}).redisUrl).toBeNull()
  for (const url of ['redis://localhost', 'rediss://user:password@redis.example.org:6380/1'])
    expect(readConfig({ REDIS_URL: url }).redisUrl).toBe(url)
  for (const url of ['localhost:6379', 'http://localhost:6379', 'redis://host:port'])
    expect(() => readConfig({ REDIS_URL: url })).toThrow(/^REDIS_URL must/)
})
