// `npm start`: from a fresh clone to a running server. When all is in place, it only starts the server.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'

await ensureInstalled()
await ensureBuilt()

// The server runs in this process: one process to signal, and no second start of Node.
const main = join(root, 'packages/server/dist/main.js')
process.argv[1] = main
await import(pathToFileURL(main).href)
