import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../testing/server.ts'
import { actingAs } from './context.ts'
import { isSetUp, SETUP_CODE, type SignUp, signUp } from './sign-up.ts'
import { listWorkspaces } from './workspaces.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const input = (fields: Partial<SignUp>): SignUp => ({
  email: 'first@example.com',
  password: 'correct horse battery staple',
  timeZone: 'UTC',
  registration: 'invitation',
  ...fields,
})
const attempt = (fields: Partial<SignUp>) => signUp(server.system(), input(fields))

describe('on a new server', () => {
  test.each([undefined, '', '0000000000000000'])(
    'nobody gets in with the set-up code %j',
    async (setupCode) => {
      for (const registration of ['invitation', 'open'] as const) {
        const refused = attempt({ setupCode, registration })
        await expect(refused).rejects.toMatchObject({
          code: 'invalid',
          fields: { setup_code: expect.any(String) },
        })
      }
      expect(await isSetUp(server.system())).toBe(false)
    },
  )

  test('the set-up code makes the first account, an administrator with a team if it wants one', async () => {
    const code = server.house.secrets.code(SETUP_CODE)
    const user = await attempt({ setupCode: ` ${code.toLowerCase()} `, teamName: 'Studio' })
    expect(user.is_admin).toBe(1)
    const names = (await listWorkspaces(actingAs(server.system(), user.id))).map((each) => [
      each.workspace.name,
      each.role,
    ])
    expect(names).toEqual([
      ['Personal', 'owner'],
      ['Studio', 'owner'],
    ])
    expect(await isSetUp(server.system())).toBe(true)
  })
})

describe('on a server that is set up', () => {
  test('the set-up code is worth nothing', async () => {
    const setupCode = server.house.secrets.code(SETUP_CODE)
    const again = attempt({ email: 'second@example.com', setupCode })
    await expect(again).rejects.toMatchObject({ code: 'forbidden', reason: 'already_set_up' })
  })

  test('strangers get in where registration is open, as nobody special', async () => {
    const closed = attempt({ email: 'second@example.com' })
    await expect(closed).rejects.toMatchObject({ code: 'forbidden', reason: 'registration_closed' })
    expect(await attempt({ email: 'second@example.com', registration: 'open' })).toMatchObject({
      is_admin: 0,
    })
  })

  test('an invitation that is none lets nobody in and leaves no account', async () => {
    const refused = attempt({ email: 'third@example.com', invitation: 'nonsense', registration: 'open' })
    await expect(refused).rejects.toMatchObject({ code: 'not_found' })
    await expect(attempt({ email: 'third@example.com', registration: 'open' })).resolves.toBeDefined()
  })

  test('a weak password is refused before anything else', async () => {
    const weak = attempt({ email: 'fourth@example.com', registration: 'open', password: 'aaaaaaaaaa' })
    await expect(weak).rejects.toMatchObject({ code: 'invalid', fields: { password: expect.any(String) } })
  })
})
