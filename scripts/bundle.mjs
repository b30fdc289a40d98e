// `npm run bundle`: what a browser loads of the web app, and whether the timer is there within the budget.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureBuilt, ensureInstalled, root } from './lib.mjs'

/** JavaScript before the timer page can be used, as compressed by gzip. */
const MOST_KB = 250

await ensureInstalled()
await ensureBuilt(['sdk', 'web'])

const dist = join(root, 'packages/web/dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const sizes = new Map()

const page = readFileSync(join(dist, 'index.html'), 'utf8')
const named = [...page.matchAll(/"\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file)
// The page names its program, which then asks for the words of one language.
const start = [...new Set([...named, ...filesOf('src/locales/en/index.ts')])]
const startJs = sum(start, '.js')
console.log('| before the timer is usable | JavaScript kB | CSS kB |')
console.log('| --- | --: | --: |')
for (const file of start.filter((file) => sizeOf(file) > 1000)) {
  const size = kb(sizeOf(file))
  console.log(`| \`${plainName(file)}\` | ${file.endsWith('.js') ? `${size} |` : `| ${size}`} |`)
}
console.log(`| **together** | **${kb(startJs)}** | **${kb(sum(start, '.css'))}** |`)

console.log('\n| loaded when it is opened | JavaScript kB | CSS kB | of it shared with others kB |')
console.log('| --- | --: | --: | --: |')
const later = Object.keys(manifest)
  .filter((key) => manifest[key].isDynamicEntry)
  .map((key) => ({ key, files: filesOf(key).filter((file) => !start.includes(file)) }))
const users = new Map()
for (const { files } of later) for (const file of files) users.set(file, (users.get(file) ?? 0) + 1)
for (const { key, files } of later.toSorted((a, b) => sum(b.files) - sum(a.files))) {
  const shared = sum(files.filter((file) => users.get(file) > 1))
  const name = key.replace(/^(\.\.\/)*(src\/)?/, '').replace(/^_/, '')
  console.log(`| \`${name}\` | ${kb(sum(files, '.js'))} | ${kb(sum(files, '.css'))} | ${kb(shared)} |`)
}

if (startJs > MOST_KB * 1000) {
  console.log(`\nThe timer needs ${kb(startJs)} kB of JavaScript, which is more than ${MOST_KB}.`)
  process.exitCode = 1
}

/** What must be there before this piece runs, with what that needs in turn. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return []
  seen.add(key)
  const { file, css = [], imports = [] } = manifest[key]
  return [...new Set([file, ...css, ...imports.flatMap((each) => filesOf(each, seen))])]
}

function sum(files, ending = '') {
  return files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + sizeOf(file), 0)
}

function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length)
  return sizes.get(file)
}

function kb(bytes) {
  return (bytes / 1000).toFixed(1)
}

function plainName(file) {
  return file.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '')
}
