// The licences of everything that runs in a server, a browser or somebody's program, from the lock file: no package is
// opened and no network asked. scripts/generate.mjs writes the page, and fails with what is thrown here.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib.mjs'

/** What may be part of a program under the MIT licence without asking anything of those who pass it on but its notices. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Packages that say it only in a file of theirs. */
const saidElsewhere = { 'png-js': 'MIT' }

/** The workspaces that are shipped. */
const shipped = ['packages/server', 'packages/sdk', 'packages/web']

export function licencesPage() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = new Map()
  for (const path of reached(lock)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const licence = lock[path].license ?? saidElsewhere[name]
    if (!isAllowed(licence))
      throw new Error(`${name} is under ${licence ?? 'no licence it names'}; see scripts/licences.mjs.`)
    // The builds of a package for each system are named by the package.
    if (!lock[path].os && !lock[path].cpu) found.set(`${name} ${licence}`, { name, licence })
  }
  return page([...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)))
}

/** True where one of the licences to choose from, or each of those that hold together, is allowed. */
export function isAllowed(licence) {
  if (typeof licence !== 'string') return false
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((each) => allowed.has(each.trim())))
}

/** Where every package lies that the shipped workspaces need, however far down. */
function reached(lock) {
  const seen = new Set()
  const waiting = [...shipped]
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const name of neededBy(lock[from])) {
      const path = resolve(lock, from, name)
      if (path === undefined || seen.has(path)) continue
      seen.add(path)
      waiting.push(path)
    }
  }
  return seen
}

function neededBy({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }) {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional)
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]
}

/** As Node looks for it: in the package itself, then in each folder above. One of our own is no package of others. */
function resolve(lock, from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, '')) {
    const path = `${folder}${folder && '/'}node_modules/${name}`
    if (lock[path]) return lock[path].link ? undefined : path
    if (folder === '') return undefined
  }
}

function page(packages) {
  const counts = new Map()
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const sums = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `# Licences

Sundial is under the [MIT licence](../LICENSE). This is what it runs on, in the server, in the SDK and in the browser, with what
those need in turn. Written by \`npm run generate\` from \`package-lock.json\`; a licence that is not among those that
\`scripts/licences.mjs\` allows fails \`npm run check\`.

${sums.map(([licence, count]) => `- ${licence}: ${count}`).join('\n')}

| Package | Licence |
|---|---|
${packages.map(({ name, licence }) => `| \`${name}\` | ${licence} |`).join('\n')}
`
}
