import type { ExampleCall } from './call.ts'

export type Sample = { language: string; title: string; code: string }

/** Stands for the reader's own key. */
const KEY = 'YOUR_KEY'

/** The same request in each language. */
export function samplesOf(call: ExampleCall): Sample[] {
  return [
    { language: 'curl', title: 'curl', code: curl(call) },
    { language: 'javascript', title: 'JavaScript', code: javascript(call) },
    { language: 'php', title: 'PHP', code: php(call) },
    { language: 'python', title: 'Python', code: python(call) },
  ]
}

/** The header that presents the key, but where a language has a shorter word for it. */
function headersOf({ key }: ExampleCall): [string, string][] {
  if (key?.kind === 'bearer') return [['Authorization', `Bearer ${KEY}`]]
  return key?.kind === 'header' ? [[key.name, KEY]] : []
}

function curl(call: ExampleCall): string {
  const parts = [
    call.method === 'GET' ? `curl ${shell(call.url)}` : `curl -X ${call.method} ${shell(call.url)}`,
    ...(call.key?.kind === 'basic' ? [`-u ${shell(`${KEY}:${call.key.password}`)}`] : []),
    ...headersOf(call).map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`),
    ...(call.body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${shell(JSON.stringify(call.body, null, 2))}`]),
  ]
  return parts.join(' \\\n  ')
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function javascript(call: ExampleCall): string {
  const headers = [
    ...(call.key?.kind === 'basic'
      ? [`Authorization: 'Basic ' + btoa(${quoted(`${KEY}:${call.key.password}`)})`]
      : []),
    ...headersOf(call).map(([name, value]) => `${plainKey(name)}: ${quoted(value)}`),
    ...(call.body === undefined ? [] : [`'Content-Type': 'application/json'`]),
  ]
  const options = [
    ...(call.method === 'GET' ? [] : [`method: '${call.method}',`]),
    ...(headers.length > 0 ? [`headers: { ${headers.join(', ')} },`] : []),
    ...(call.body === undefined
      ? []
      : [`body: JSON.stringify(${indented(literal(call.body, JAVASCRIPT), 1)}),`]),
  ]
  const init = options.length > 0 ? `, {\n${options.map((line) => `  ${line}`).join('\n')}\n}` : ''
  return `const response = await fetch(${quoted(call.url)}${init})\nconsole.log(response.status, await response.text())`
}

function php(call: ExampleCall): string {
  const options = [
    ...(call.key?.kind === 'basic' ? [`'auth' => ['${KEY}', ${quoted(call.key.password)}],`] : []),
    ...headersOf(call).map(([name, value]) => `'headers' => [${quoted(name)} => ${quoted(value)}],`),
    ...(call.body === undefined ? [] : [`'json' => ${indented(literal(call.body, PHP), 2)},`]),
  ]
  const init = options.length > 0 ? `, [\n${options.map((line) => `    ${line}`).join('\n')}\n]` : ''
  return [
    '<?php',
    `require 'vendor/autoload.php';`,
    '',
    '$client = new GuzzleHttp\\Client();',
    `$response = $client->request('${call.method}', ${quoted(call.url)}${init});`,
    'echo $response->getBody();',
  ].join('\n')
}

function python(call: ExampleCall): string {
  const options = [
    quoted(call.url),
    ...(call.key?.kind === 'basic' ? [`auth=('${KEY}', ${quoted(call.key.password)})`] : []),
    ...headersOf(call).map(([name, value]) => `headers={${quoted(name)}: ${quoted(value)}}`),
    ...(call.body === undefined ? [] : [`json=${indented(literal(call.body, PYTHON), 2)}`]),
  ]
  return [
    'import requests',
    '',
    `response = requests.${call.method.toLowerCase()}(\n${options.map((each) => `    ${each},`).join('\n')}\n)`,
    'print(response.status_code, response.text)',
  ].join('\n')
}

/** How a language writes a value down. */
type Notation = {
  object: [string, string]
  list: [string, string]
  pair: (key: string, value: string) => string
  words: { true: string; false: string; null: string }
  emptyObject: string
  /** A line break inside a text in single quotes. */
  lineBreak: string
  step: string
}

const JAVASCRIPT: Notation = {
  object: ['{', '}'],
  list: ['[', ']'],
  pair: (key, value) => `${plainKey(key)}: ${value}`,
  words: { true: 'true', false: 'false', null: 'null' },
  emptyObject: '{}',
  lineBreak: '\\n',
  step: '  ',
}
const PHP: Notation = {
  object: ['[', ']'],
  list: ['[', ']'],
  pair: (key, value) => `${quoted(key)} => ${value}`,
  words: { true: 'true', false: 'false', null: 'null' },
  emptyObject: 'new stdClass()',
  lineBreak: `' . "\\n" . '`,
  step: '    ',
}
const PYTHON: Notation = {
  object: ['{', '}'],
  list: ['[', ']'],
  pair: (key, value) => `${quoted(key)}: ${value}`,
  words: { true: 'True', false: 'False', null: 'None' },
  emptyObject: '{}',
  lineBreak: '\\n',
  step: '    ',
}

function literal(value: unknown, notation: Notation): string {
  if (typeof value === 'string') return quoted(value, notation.lineBreak)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return notation.words[`${value}`]
  if (Array.isArray(value)) {
    const [open, close] = notation.list
    return `${open}${value.map((each) => literal(each, notation)).join(', ')}${close}`
  }
  if (typeof value !== 'object' || value === null) return notation.words.null
  const entries = Object.entries(value)
  if (entries.length === 0) return notation.emptyObject
  const [open, close] = notation.object
  const lines = entries.map(
    ([key, each]) =>
      `${notation.step}${notation.pair(key, literal(each, notation).replaceAll('\n', `\n${notation.step}`))},`,
  )
  return `${open}\n${lines.join('\n')}\n${close}`
}

/** A key as JavaScript writes it. */
function plainKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key)
}

/** All but the first line moved to the right. */
function indented(text: string, steps: number): string {
  return text.replaceAll('\n', `\n${'  '.repeat(steps)}`)
}

/** A text in single quotes, which all three languages read alike when nothing but these two is escaped. */
function quoted(text: string, lineBreak = ' '): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', lineBreak)}'`
}
