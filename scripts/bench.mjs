// `npm run bench -- [--engine sqlite|postgres] [--scale N] [--only name]`: measures the built server beside its floor.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'

await ensureInstalled()
await ensureBuilt(['sdk', 'server'])

const bench = join(root, 'bench/main.mjs')
process.argv[1] = bench
await import(pathToFileURL(bench).href)
