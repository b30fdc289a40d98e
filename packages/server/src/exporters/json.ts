import { utf8 } from './bytes.ts'
import type { ReportDocument } from './document.ts'

/** A report as JSON: the answer of the API, with `entries` as its last member when it is a detailed one. */
export function jsonOf(document: ReportDocument): AsyncIterable<Uint8Array> {
  return utf8(members(document))
}

async function* members({ report, entries }: ReportDocument): AsyncGenerator<string, void, undefined> {
  let before = '{'
  for (const [name, value] of Object.entries(report)) {
    yield `${before}${JSON.stringify(name)}:`
    before = ','
    // The groups are the one member that can be long.
    if (name === 'groups') yield* list([report.groups])
    else yield JSON.stringify(value)
  }
  if (entries) {
    yield `${before}"entries":`
    yield* list(entries)
  }
  yield '}\n'
}

async function* list(
  pages: AsyncIterable<readonly object[]> | Iterable<readonly object[]>,
): AsyncGenerator<string, void, undefined> {
  let before = '['
  for await (const page of pages) {
    for (const item of page) {
      yield before + JSON.stringify(item)
      before = ','
    }
  }
  yield before === '[' ? '[]' : ']'
}
