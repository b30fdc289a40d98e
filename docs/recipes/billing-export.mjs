#!/usr/bin/env node
// Writes the billable time of a month by client as CSV; with --mark, marks it as billed under an invoice number.
// SUNDIAL_URL=… SUNDIAL_KEY=… node billing-export.mjs [--month 2026-02] [--invoice 2026-02] [--workspace 1] [--out file] [--mark]
import { rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: {
    month: { type: 'string', default: lastMonth() },
    invoice: { type: 'string' },
    workspace: { type: 'string' },
    out: { type: 'string' },
    mark: { type: 'boolean', default: false },
  },
})
const { SUNDIAL_URL: url, SUNDIAL_KEY: key } = process.env
const { month, invoice = month, out = `billing-${invoice}.csv` } = options
if (!url || !key) fail('Set SUNDIAL_URL and SUNDIAL_KEY.')
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) fail(`${month} is not a month such as 2026-02.`)

let lines = await linesOfMonth()
const unpriced = lines.filter((line) => line.billable_amount === null)
lines = lines.filter((line) => line.billable_amount !== null)
const problems = [
  ...unpriced.map(
    ({ id, title }) => `${nameOf(id, title)} is left out: no rate holds for it, or this key may not see it.`,
  ),
  ...(options.mark ? await markAll(lines.filter((line) => line.billing_status === 'billable')) : []),
]
// What the file says is what the server keeps, whatever happened on the way.
if (options.mark) lines = (await linesOfMonth()).filter((line) => line.billing_status === 'billed')
await writeCsv(lines)
printSums(lines)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1

/** The month's billable entries and those already billed under this number, each with its amount and its version. */
async function linesOfMonth() {
  const question = {
    ...(options.workspace ? { workspace_id: options.workspace } : {}),
    everyone: 'true',
    running: 'false',
    from: `${month}-01`,
    to: lastDayOf(month),
    limit: '200',
  }
  const statuses = [
    ['billing_status', 'billable'],
    ['billing_status', 'billed'],
  ]
  const query = [...Object.entries(question), ...statuses]
  const entries = new Map()
  for await (const entry of all('/entries', [...query, ['attribute', 'start']])) entries.set(entry.id, entry)
  const found = []
  for await (const line of all('/reports/entries', query)) {
    const entry = entries.get(line.id)
    // Between the two lists somebody may have changed it; the next run sees it whole.
    if (!entry || entry.billing_status !== line.billing_status) continue
    if (line.billing_status === 'billed' && entry.invoice_number !== invoice) continue
    found.push({ ...line, day: entry.started_on, version: entry.version })
  }
  const order = (line) =>
    [line.client ?? '', line.billable_currency, line.day, line.started_at, line.id].join('\n')
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Marks each as billed; gives a sentence for each that could not be. */
async function markAll(unbilled) {
  const problems = []
  for (const { id, user_id, version, title } of unbilled) {
    const response = await ask(`/entries/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ billing_status: 'billed', invoice_number: invoice, user_id }),
      headers: {
        'Content-Type': 'application/json',
        'If-Match': `"${version}"`,
        'Idempotency-Key': `billing ${invoice} ${id} ${version}`,
      },
    })
    if (response.ok) continue
    const { error } = await response.json()
    problems.push(`${nameOf(id, title)} is not marked: ${error.message}`)
  }
  return problems
}

function nameOf(id, title) {
  return `Entry ${id} (${title ?? 'no title'})`
}

/** Every row of a list, page after page. */
async function* all(path, query) {
  let cursor
  do {
    const page = new URLSearchParams([...query, ...(cursor ? [['cursor', cursor]] : [])])
    const response = await ask(`${path}?${page}`)
    const answer = await response.json()
    if (!response.ok) fail(answer.error.message)
    yield* answer.data
    cursor = answer.next_cursor
  } while (cursor)
}

/** Sends a request, again where the network fails or the server is busy: a write has a key, so it is done once. */
async function ask(path, init = {}) {
  for (let left = 4; ; left -= 1) {
    try {
      const headers = { ...init.headers, Authorization: `Bearer ${key}` }
      const response = await fetch(`${url}/sundial/api/v1${path}`, { ...init, headers })
      if (left === 0 || (response.status !== 429 && response.status < 500)) return response
      await seconds(Number(response.headers.get('retry-after')) || 1)
    } catch (error) {
      if (left === 0) fail(`${url} cannot be reached: ${error.cause?.message ?? error.message}`)
      await seconds(1)
    }
  }
}

async function writeCsv(lines) {
  const head = [
    'Client',
    'Project',
    'Task',
    'Person',
    'Title',
    'Date',
    'Hours',
    'Rate',
    'Amount',
    'Currency',
    'Entry',
  ]
  const rows = lines.map((line) => [
    line.client ?? '',
    line.project.join(' > '),
    line.task ?? '',
    line.user,
    line.title ?? '',
    line.day,
    (line.seconds / 3600).toFixed(2),
    money(line.billable_rate ?? 0, line.billable_currency),
    money(line.billable_amount, line.billable_currency),
    line.billable_currency,
    line.id,
  ])
  const text = [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
  // Whoever reads the file finds the old one or the whole new one.
  await writeFile(`${out}.new`, `\uFEFF${text}`)
  await rename(`${out}.new`, out)
}

function cell(value) {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function printSums(lines) {
  const sums = new Map()
  for (const { client, billable_currency: currency, billable_amount: amount, seconds: length } of lines) {
    const name = `${client ?? 'no client'}, ${currency}`
    const sum = sums.get(name) ?? { currency, amount: 0, length: 0 }
    sums.set(name, { currency, amount: sum.amount + amount, length: sum.length + length })
  }
  for (const [name, { currency, amount, length }] of sums)
    console.log(`${name}: ${(length / 3600).toFixed(2)} h, ${money(amount, currency)}`)
  console.log(
    `${lines.length} entries in ${out}${options.mark ? `, billed as ${invoice}` : '; nothing is marked'}.`,
  )
}

/** An amount of minor units, with as many decimals as the currency has; by its digits, so that no cent is lost. */
function money(minor, currency) {
  const { maximumFractionDigits: decimals = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency ?? 'XXX',
  }).resolvedOptions()
  if (decimals === 0) return String(minor)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function lastMonth() {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1)).toISOString().slice(0, 7)
}

function lastDayOf(text) {
  const [year, number] = text.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

function seconds(count) {
  return new Promise((resolve) => setTimeout(resolve, count * 1000))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
