import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestServer } from '../testing/server.ts'

test('a server is ready while its database is of the schema it knows', async () => {
  const server = await openTestServer()
  const { kysely } = server.house.db
  const ready = async () => (await server.app.inject({ url: '/health/ready' })).statusCode
  expect(await ready()).toBe(200)

  await sql`insert into migration (id, name, ran_at) values (9999, '9999-from-the-future', 0)`.execute(kysely)
  expect(await ready()).toBe(503)
  await sql`delete from migration where id = 9999`.execute(kysely)
  expect(await ready()).toBe(200)

  await sql`delete from migration where id > 1`.execute(kysely)
  expect(await ready()).toBe(503)
  expect((await server.app.inject({ url: '/health/live' })).statusCode).toBe(200)
  await server.close()
})

test('a server that ends is not ready, and answers what still comes in', async () => {
  const server = await openTestServer()
  const address = new URL(await server.app.listen({ port: 0, host: '127.0.0.1' }))
  const ask = async () => {
    const socket = connect(Number(address.port), address.hostname)
    const said = text(socket)
    const begun = new Promise((resolve) => socket.once('data', resolve))
    socket.write('GET /health/live HTTP/1.1\r\nHost: sundial.test\r\n\r\n')
    await begun
    return { socket, said }
  }
  const [probe, client] = [await ask(), await ask()]
  // Both have begun their next request when the end comes.
  probe.socket.write('GET /health/ready HTTP/1.1\r\nHost: sundial')
  client.socket.write('GET /sundial/api/v1/server HTTP/1.1\r\nHost: sundial')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const closed = server.close()
  probe.socket.write('.test\r\n\r\n')
  client.socket.write('.test\r\n\r\n')
  expect(await probe.said).toMatch(/HTTP\/1\.1 503 [\s\S]*"status":"ending"/)
  expect(await client.said).toMatch(/HTTP\/1\.1 200 OK[\s\S]*HTTP\/1\.1 200 OK[\s\S]*connection: close/)
  await closed
})
