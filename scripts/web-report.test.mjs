import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failedFiles, numbersOf, numbersOfBoth } from './web-report.mjs'

const file = (name, ...statuses) => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})

test('a file with one failed test is run again as a whole', () => {
  const report = { testResults: [file('timer', 'passed', 'failed'), file('crm', 'passed')] }
  assert.deepEqual(failedFiles(report), ['timer'])
})

test('a file that could not begin is one failure', () => {
  const report = { testResults: [file('timer')] }
  assert.deepEqual(failedFiles(report), ['timer'])
  assert.deepEqual(numbersOf(report), { passed: 0, failed: 1, skipped: 0 })
})

test('of a file that was run again only its second run counts', () => {
  const first = {
    testResults: [
      file('timer', 'passed', 'failed'),
      file('live', 'failed'),
      file('crm', 'passed', 'pending'),
    ],
  }
  const second = { testResults: [file('timer', 'passed', 'passed'), file('live', 'failed')] }
  assert.deepEqual(numbersOfBoth(first, second), { passed: 3, failed: 1, skipped: 1 })
})

test('a run that wrote nothing has no numbers', () => {
  assert.deepEqual(failedFiles({}), [])
  assert.deepEqual(numbersOf({}), { passed: 0, failed: 0, skipped: 0 })
})
