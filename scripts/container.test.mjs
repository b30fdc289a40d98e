import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './lib.mjs'

const read = (name) => readFileSync(join(root, name), 'utf8')
const copies = read('Dockerfile')
  .split('\n')
  .filter((line) => line.startsWith('COPY '))
  .map((line) => line.split(/\s+/).slice(1))

test('the image is made of what is there', () => {
  const fromHere = copies.filter(([first]) => !first.startsWith('--from'))
  const missing = fromHere
    .flatMap((words) => words.slice(0, -1))
    .filter((path) => !existsSync(join(root, path)))
  assert.ok(fromHere.length > 5)
  assert.deepEqual(missing, [])
})

test('every package has its place in the image before its modules are installed', () => {
  const copied = copies.flat()
  const { workspaces } = JSON.parse(read('package.json'))
  assert.deepEqual(
    workspaces.filter((folder) => !copied.includes(`${folder}/package.json`)),
    [],
  )
})

test('the container files set what the server reads', () => {
  const settings = new Set([...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name))
  // What other programs read, in the files that name it.
  const foreign = new Set(['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD', 'NODE_ENV'])
  for (const file of ['compose.yaml', 'compose.postgres.yaml']) {
    const named = [...read(file).matchAll(/^ +([A-Z][A-Z_]+): /gm)].map(([, name]) => name)
    assert.ok(named.length > 2)
    assert.deepEqual(
      named.filter((name) => !settings.has(name) && !foreign.has(name)),
      [],
      file,
    )
  }
})

test('the proxy, the health check and the service go by the same port and paths', () => {
  assert.match(read('deploy/nginx.conf'), /server sundial-1:3000;[\s\S]*server sundial-2:3000;/)
  assert.match(read('compose.postgres.yaml'), /PORT: 3000/)
  assert.match(read('Dockerfile'), /PORT=3000[\s\S]*EXPOSE 3000[\s\S]*\/health\/ready/)
  assert.match(read('deploy/sundial.service'), /ExecStart=\/usr\/bin\/node packages\/server\/dist\/main\.js/)
})
