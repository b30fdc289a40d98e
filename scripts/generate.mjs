// `npm run generate` writes every generated file; with --check it only says which are not what they would be.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'

// In order: a later one may read the file of an earlier one.
const generated = [
  {
    file: '.env.example',
    produce: async () => (await server('config.js')).envExample(),
  },
]

await ensureInstalled()
await ensureBuilt(['sdk', 'server'])

const check = process.argv.includes('--check')
for (const { file, produce } of generated) {
  const text = await produce()
  if (text === current(file)) continue
  if (check) {
    console.log(`${file} is out of date: run \`npm run generate\` and commit it.`)
    process.exitCode = 1
  } else {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    console.log(`wrote ${file}`)
  }
}

function current(file) {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A module of the built server. */
function server(module) {
  return import(pathToFileURL(join(root, 'packages/server/dist', module)).href)
}
