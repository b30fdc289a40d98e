import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createOutbound } from './outbound.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A receiver on loopback; gives its address. */
async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

/** A resolver that gives one address for every name. */
function resolvesTo(...addresses: string[]): LookupFunction {
  return (_name, options, done) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const [first] = all
    if (options.all) done(null, all)
    else done(null, first?.address ?? '', first?.family)
  }
}

const message = { headers: { 'content-type': 'application/json' }, body: '{}' }

describe('a call to an address somebody wrote down', () => {
  test('sends the text and gives the answer, whatever it says', async () => {
    const seen: string[] = []
    const url = await receiver((request, response) => {
      request.on('data', (chunk) => seen.push(String(chunk)))
      request.on('end', () => response.writeHead(503).end('later'))
    })
    const outbound = createOutbound({ allowsPrivate: true })
    expect(await outbound.post(url, { ...message, body: '{"a":"ä"}' })).toEqual({
      status: 503,
      text: 'later',
    })
    expect(seen.join('')).toBe('{"a":"ä"}')
  })

  test('follows no redirect', async () => {
    let calls = 0
    const url = await receiver((_request, response) => {
      calls += 1
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    const outbound = createOutbound({ allowsPrivate: true })
    expect(await outbound.post(url, message)).toEqual({ status: 302, text: '' })
    expect(calls).toBe(1)
  })

  test('reads the beginning of a long answer and hangs up', async () => {
    let sent = 0
    const url = await receiver((_request, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && sent < 10 * 1024 * 1024) {
          sent += 65_536
          if (!response.write('x'.repeat(65_536))) return
        }
        response.end()
      }
      response.on('drain', more)
      more()
    })
    const { status, text } = await createOutbound({ allowsPrivate: true }).post(url, message)
    expect([status, text.length]).toEqual([200, 64 * 1024])
    expect(sent).toBeLessThan(10 * 1024 * 1024)
  })

  test.each(['never answers', 'answers without an end'])('gives up on a receiver that %s', async (kind) => {
    const url = await receiver((_request, response) => {
      if (kind !== 'never answers') response.writeHead(200).write('and then')
    })
    const outbound = createOutbound({ allowsPrivate: true })
    await expect(outbound.post(url, { ...message, timeoutMs: 100 })).rejects.toThrow(
      'There was no whole answer within 0.1 s.',
    )
  })

  test('says why there is no answer', async () => {
    const outbound = createOutbound({ allowsPrivate: true })
    const url = await receiver((request) => request.socket.destroy())
    await expect(outbound.post(url, message)).rejects.toThrow('The connection broke off.')
    await expect(outbound.post(url.replace('http:', 'https:'), message)).rejects.toThrow(
      /No safe connection could be made/,
    )
    open[0]?.close()
    await expect(outbound.post(url, message)).rejects.toThrow('The receiver refused the connection.')
    const nowhere: LookupFunction = (name, _options, done) =>
      done(Object.assign(new Error(name), { code: 'ENOTFOUND' }), '')
    const lost = createOutbound({ allowsPrivate: true, lookup: nowhere })
    await expect(lost.post('https://example.test/', message)).rejects.toThrow(
      'The name of the host cannot be found.',
    )
  })
})

const PRIVATE = [
  '127.0.0.1',
  '127.8.9.1',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
]

describe('a private address', () => {
  const refusal = 'The address is private, so it is not called.'

  test.each(PRIVATE)('%s is not called, neither as it is nor behind a name', async (address) => {
    const outbound = createOutbound({ allowsPrivate: false })
    const host = address.includes(':') ? `[${address}]` : address
    await expect(outbound.post(`https://${host}/`, message)).rejects.toThrow(refusal)
    const behind = createOutbound({ allowsPrivate: false, lookup: resolvesTo(address) })
    await expect(behind.post('https://example.test/', message)).rejects.toThrow(refusal)
  })

  test('is not called where a name has public addresses too', async () => {
    const outbound = createOutbound({ allowsPrivate: false, lookup: resolvesTo('192.0.43.8', '10.0.0.1') })
    await expect(outbound.post('https://example.test/', message)).rejects.toThrow(refusal)
  })

  test.each(['https://2130706433/', 'https://0x7f.1/', 'https://127.1/', 'https://0/'])(
    'is seen through however it is spelt: %s',
    async (url) => {
      await expect(createOutbound({ allowsPrivate: false }).post(url, message)).rejects.toThrow(refusal)
    },
  )

  test('is checked each time a name is resolved, so a name that changes its mind gains nothing', async () => {
    let address = '10.0.0.1'
    let calls = 0
    const lookup: LookupFunction = (name, options, done) => {
      calls += 1
      resolvesTo(address)(name, options, done)
      address = '127.0.0.1'
    }
    const outbound = createOutbound({ allowsPrivate: false, lookup })
    for (let turn = 0; turn < 2; turn++)
      await expect(outbound.post('https://example.test/', message)).rejects.toThrow(refusal)
    expect(calls).toBe(2)
  })

  test('goes with plain http, which is refused with it', async () => {
    const outbound = createOutbound({ allowsPrivate: false, lookup: resolvesTo('192.0.43.8') })
    await expect(outbound.post('http://example.test/', message)).rejects.toThrow(/https/)
  })
})
