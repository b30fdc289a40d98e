// What the report of a run of the web app's tests says, and what two runs come to together.

/** The files in which something failed, with those that could not even begin. */
export function failedFiles(report) {
  return (report.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name)
}

/** How many tests of a report passed, failed and were skipped; of some of its files only, if so asked. */
export function numbersOf(report, isCounted = () => true) {
  const numbers = { passed: 0, failed: 0, skipped: 0 }
  for (const file of (report.testResults ?? []).filter(({ name }) => isCounted(name))) {
    const of = (status) => file.assertionResults.filter((test) => test.status === status).length
    const failed = of('failed')
    numbers.passed += of('passed')
    // A file whose preparation fails has no failed test, and is one failure.
    numbers.failed += file.status === 'failed' ? Math.max(failed, 1) : failed
    numbers.skipped += file.assertionResults.length - of('passed') - failed
  }
  return numbers
}

/** The first run for what was run once, the second for what was run again. */
export function numbersOfBoth(first, second) {
  const again = new Set(failedFiles(first))
  const once = numbersOf(first, (name) => !again.has(name))
  const twice = numbersOf(second)
  return Object.fromEntries(Object.entries(once).map(([key, count]) => [key, count + twice[key]]))
}
