// Who may import what, checked on every import of every source file. The first row whose folder matches counts, so
// the narrower folder stands first. Tests and src/testing/ may import anything of the server.

import { readFileSync, readdirSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = 'packages/server/src/'

// Packages that speak HTTP belong to the edges; packages that speak to the database belong to core/ and db/.
const framework = ['fastify', '@fastify/*']
const drivers = ['pg', 'better-sqlite3']
const storage = ['kysely', ...drivers]

/**
 * folder    where the rule applies: a folder (ending in `/`) or files; `<name>` stands for one folder's name
 * may       folders and files of our own it may import; `<name>` is the same name as in `folder`
 * types     what it may import besides with `import type`
 * packages  the only packages it may import, Node's own included; when absent, any but those in `not`
 * not       packages it may not import
 * because   what to tell somebody who crosses the line: what this layer is, what it may use, where the thing belongs
 */
const boundaries = [
  {
    folder: `${server}core/rules/`,
    may: [`${server}core/rules/`],
    types: [`${server}core/`, `${server}db/`],
    packages: ['temporal-polyfill'],
    because:
      'core/rules/ holds pure functions: no database, no clock, no I/O, so that tables and properties can test them. ' +
      'They may import other rules, types of core/ and db/, and temporal-polyfill. Pass the value in as an argument, ' +
      'or move the function into the noun of core/ that calls it.',
  },
  {
    folder: `${server}core/`,
    may: [`${server}core/`, `${server}db/`],
    not: [...framework, ...drivers],
    because:
      'core/ is the product: verbs with their SQL, called by every way in. It may import core/, db/ and kysely, and ' +
      'knows nothing of HTTP, dialects, jobs or settings. Let the caller pass what the verb needs as a value of the ' +
      'domain; put what answers a request into http/, api/ or the dialect.',
  },
  {
    folder: `${server}db/`,
    may: [`${server}db/`],
    not: framework,
    because:
      'db/ is the floor: the engines, the schema and its migrations. It may import only db/ and the database packages. ' +
      'Put what has a meaning in the domain into core/, and let main.ts hand settings to openDatabase.',
  },
  {
    folder: `${server}http/`,
    may: [`${server}http/`, `${server}core/`],
    types: [`${server}reading/`],
    not: storage,
    because:
      'http/ is the kit all wires share: credentials, limits, bodies, health. It may import core/ only. What reads or ' +
      'writes data is a verb of core/; what only one wire needs lives in that dialect or in api/.',
  },
  {
    folder: `${server}api/`,
    may: [
      `${server}api/`,
      `${server}http/`,
      `${server}core/`,
      `${server}exporters/`,
      `${server}demo/sample.ts`,
    ],
    not: storage,
    because:
      'api/ is the native wire: routes, schemas and the call of one verb. It may import http/, core/ and exporters/, ' +
      'and the sample data of demo/. ' +
      'A query belongs into a verb of core/, so that every dialect can call it too.',
  },
  {
    folder: `${server}reference/`,
    may: [`${server}reference/`, `${server}http/`],
    types: [`${server}core/`],
    not: storage,
    because:
      'reference/ turns the route table into documents and pages. It may import http/ only, and no wire: what a document ' +
      "says of one wire is that wire's own `reference`.",
  },
  {
    // The registry is the one place, beside app.ts, that knows the dialects by name.
    folder: `${server}dialects/index.ts`,
    may: [`${server}dialects/`, `${server}http/`, `${server}core/`],
    not: storage,
    because:
      'dialects/index.ts is the registry: one line per dialect, and the types of http/ and core/. What a dialect does ' +
      'belongs into its own folder; what all wires share into http/.',
  },
  {
    folder: `${server}dialects/<name>/`,
    may: [`${server}dialects/<name>/`, `${server}http/`, `${server}core/`, `${server}exporters/`],
    not: storage,
    because:
      'A dialect knows everything about one foreign system and nothing of its siblings or of the database. It may ' +
      'import http/, core/, exporters/ and its own folder. Copy what a sibling has (they change for different ' +
      'reasons), move what every wire needs to http/, and turn a query into a verb of core/.',
  },
  {
    folder: `${server}dialects/`,
    may: [`${server}http/`, `${server}core/`],
    not: storage,
    because:
      'dialects/ has only the registry (index.ts) and one folder per dialect. What all wires share belongs into http/.',
  },
  {
    folder: `${server}jobs/queue.ts`,
    may: [`${server}jobs/`, `${server}core/`, `${server}db/`],
    not: [...framework, ...drivers],
    because:
      "jobs/queue.ts is the queue's own SQL: claiming, settling, retrying. It may import jobs/, core/, db/ and kysely. " +
      'What a job does belongs into a file of its own beside it.',
  },
  {
    folder: `${server}jobs/`,
    may: [`${server}jobs/`, `${server}core/`],
    types: [`${server}reading/`],
    not: [...framework, ...storage],
    because:
      'jobs/ is what happens later: it calls verbs of core/ and only jobs/queue.ts touches tables. It may import jobs/ ' +
      'and core/. Turn the query into a verb of core/; what a job needs of a dialect (renderEvent), app.ts hands in.',
  },
  {
    folder: `${server}reading/`,
    may: [`${server}reading/`, `${server}core/`, `${server}exporters/`, `${server}db/`],
    not: [...framework, ...storage],
    because:
      'reading/ answers heavy questions in threads of their own: it opens a database for reading and calls verbs of ' +
      'core/ and exporters/. It may import those and db/. What it is asked is a verb; what it streams, an exporter.',
  },
  {
    folder: `${server}exporters/`,
    may: [`${server}exporters/`, `${server}core/`],
    not: [...framework, ...storage],
    because:
      'exporters/ turn rows into files. They may import core/ only. The rows come from a verb of core/, the headers ' +
      'from the route that sends the file.',
  },
  {
    folder: `${server}demo/`,
    may: [`${server}demo/`, `${server}core/`],
    not: [...framework, ...storage],
    because:
      'demo/ plays half a year of a team through the verbs, with a clock that moves. It may import core/ only: what it ' +
      'cannot do through a verb, a person could not have done either.',
  },
  {
    folder: `${server}app.ts`,
    may: [server],
    not: storage,
    because:
      'app.ts composes the edges. A query belongs into a verb of core/, opening the database into main.ts and db/.',
  },
  {
    folder: `${server}config.ts`,
    may: [`${server}core/rules/`],
    because:
      'config.ts is read first and by everything that starts the server, so of ours it imports only pure rules. Put ' +
      'what gives a setting its meaning where the setting is used.',
  },
  {
    // main.ts, admin.ts and the files they share.
    folder: `${server}*.ts`,
    may: [
      `${server}*.ts`,
      `${server}core/`,
      `${server}db/`,
      `${server}http/`,
      `${server}jobs/`,
      `${server}exporters/`,
      `${server}reading/`,
      `${server}demo/`,
    ],
    not: framework,
    because:
      'Entry points open the database and call verbs. Only app.ts and dialects/index.ts import api/ or a dialect; let ' +
      'app.ts export what an entry point needs of them.',
  },
  {
    folder: 'packages/sdk/src/',
    may: ['packages/sdk/src/'],
    not: ['@sundial/*'],
    because:
      'The SDK is published and knows the server only through its OpenAPI document. Describe what is missing in the ' +
      'schemas of api/ and generate the types again.',
  },
  {
    folder: 'packages/web/src/',
    may: ['packages/web/src/'],
    not: ['@sundial/server', '@sundial/bench', ...framework, ...storage],
    because:
      'The web app is a client like any other: of our own code it may import @sundial/sdk only. Fetch what is missing ' +
      'through the native API; add the route there first.',
  },
]

const unknownFolder =
  'This folder has no row in scripts/boundaries.mjs. A folder appears when it has three files; if this one has earned ' +
  'its place, add a row that says what it may import and why.'

/** Every forbidden import in one file, named by its path from the root, with `/` on every system. */
export function violations(file, source) {
  // Tests, and what only they use: of the whole server, or of one dialect in its own folder.
  if (/\.test\.tsx?$/.test(file) || /^(dialects\/[^/]+\/)?testing\//.test(file.slice(server.length)))
    return []
  const rule = boundaries.find(({ folder }) => covers(folder, file))
  if (!rule) return [{ file, line: 1, target: '', because: unknownFolder }]
  const name = pattern(rule.folder).exec(file)?.groups?.name
  return imports(source)
    .filter((entry) => !isAllowed({ rule, name, file, entry }))
    .map(({ line, target }) => ({ file, line, target, because: rule.because }))
}

function isAllowed({ rule, name, file, entry }) {
  if (!entry.target.startsWith('.')) {
    const named = (list) =>
      list.some((one) => covers(one.replace('/*', '/'), entry.target) || covers(`${one}/`, entry.target))
    return rule.packages ? named(rule.packages) : !named(rule.not ?? [])
  }
  const target = posix.join(posix.dirname(file), entry.target)
  const places = entry.typeOnly ? [...rule.may, ...(rule.types ?? [])] : rule.may
  return places.some((place) => covers(place.replace('<name>', name), target))
}

function covers(place, path) {
  return pattern(place).test(path)
}

function pattern(place) {
  const text = place.replaceAll('.', '\\.').replace('<name>', '(?<name>[^/]+)').replace('*', '[^/]*')
  return new RegExp(`^${text}${place.endsWith('/') ? '' : '$'}`)
}

/** Static, re-exporting and dynamic imports, found by their text: fast, and good enough for formatted code. */
function imports(source) {
  const expression =
    /^\s*(?:import|export)\s+(type\s)?[\w$\s,*{}]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...source.matchAll(expression)].map((match) => ({
    typeOnly: match[1] !== undefined,
    target: match[2] ?? match[3] ?? match[4],
    line: source.slice(0, match.index + match[0].length).split('\n').length,
  }))
}

function sourceFiles() {
  return ['packages/server/src', 'packages/sdk/src', 'packages/web/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) =>
        relative(root, join(entry.parentPath ?? entry.path, entry.name))
          .split(sep)
          .join('/'),
      ),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = sourceFiles().flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8')))
  for (const { file, line, target, because } of found) {
    console.log(`${file}:${line}${target && ` imports ${target}`}\n  ${because}\n`)
  }
  if (found.length > 0) process.exitCode = 1
}
