// `npm run admin -- <command> …`: stdout carries only what the command answers.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'

await ensureInstalled()
await ensureBuilt(['sdk', 'server'])

const admin = join(root, 'packages/server/dist/admin.js')
process.argv[1] = admin
await import(pathToFileURL(admin).href)
