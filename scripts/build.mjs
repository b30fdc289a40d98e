// `npm run build [-- sdk server web]`: builds what has changed.

import { ensureBuilt, ensureInstalled } from './lib.mjs'

const names = process.argv.slice(2)
await ensureInstalled()
await ensureBuilt(names.length > 0 ? names : undefined)
