import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, serverModule } from './load.mjs'

// What dialects want measured of themselves; it lies in the folder of each, as `testing/bench.mjs`.

const FOLDER = join(root, 'packages/server/src/dialects')

const modules = await Promise.all(
  readdirSync(FOLDER)
    .map((name) => join(FOLDER, name, 'testing/bench.mjs'))
    .filter((path) => existsSync(path))
    .map((path) => import(pathToFileURL(path).href)),
)

/** The scenarios of all dialects, made with the pieces that all scenarios are made of. */
export function scenariosOf(pieces) {
  return modules.flatMap((module) => module.scenarios(pieces))
}

/** How the floor answers for them, by the names their scenarios use. */
export async function answersOf() {
  const answers = await Promise.all(modules.map((module) => module.answers(serverModule)))
  return Object.assign({}, ...answers)
}
