import { type Config, environment, readConfig } from './config.ts'
import { contextOf } from './http/house.ts'
import { isSetUp, SETUP_CODE } from './core/sign-up.ts'
import { openServer, type Server } from './server.ts'

/** Reads the settings, opens the server, serves until it is told to end, and closes in order. */
async function main(): Promise<void> {
  const config = readConfig(environment())
  const server = await openServer(config, { logger: { level: config.logLevel } })
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
    // Whoever still holds a connection after ten seconds is let go.
    setTimeout(() => process.exit(0), 10_000).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const address = await server.app.listen({ host: config.host, port: config.port })
  await greet(server, config, address)
}

async function greet({ house, app }: Server, config: Config, address: string): Promise<void> {
  const port = new URL(address).port || '80'
  const baseUrl = config.port === 0 ? `http://${new URL(address).hostname}:${port}` : house.baseUrl
  process.stdout.write(`Sundial ${house.version} serves ${baseUrl}\n`)
  if (!house.baseUrl.startsWith('https:')) {
    app.log.warn(
      'BASE_URL has no https: the session cookie travels unprotected. That is for a network you trust.',
    )
  }
  const ctx = contextOf(house, { wire: 'system', client: null }, { kind: 'system' })
  if (await isSetUp(ctx)) return
  process.stdout.write(`Set it up at ${baseUrl}/setup?code=${house.secrets.code(SETUP_CODE)}\n`)
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

main().catch(fail)
