import type { RouteEntry } from '../http/route-table.ts'
import type { Wire } from '../http/wire.ts'

/** The page that says which paths of a foreign system this server answers, from the route table. */
export function coverageOf(
  wire: Pick<Wire, 'name' | 'title' | 'clientPath'>,
  routes: readonly RouteEntry[],
): string {
  const rows = routes
    .filter((route) => route.wire === wire.name)
    .map((route) => ({ ...route, path: route.url.slice(wire.clientPath.length) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const served = rows.filter((row) => !row.isDeclined)
  return [
    '<!-- Generated from the route table by `npm run generate`. -->',
    '',
    `# What Sundial serves of the ${wire.title} API`,
    '',
    `${served.length} routes, below \`${wire.clientPath}\`. Parameters and answers are in the reference that every server ` +
      'has at `/docs`.',
    '',
    '| Method | Path | What it does |',
    '|---|---|---|',
    ...served.map(({ method, path, schema }) => `| ${method} | \`${path}\` | ${schema?.summary ?? ''} |`),
    '',
    ...declined(rows.filter((row) => row.isDeclined)),
  ].join('\n')
}

/** What the system has and Sundial does not, by path: the refusal is that of a plan without it. */
function declined(rows: readonly { method: string; path: string }[]): string[] {
  if (rows.length === 0) return []
  const methods = new Map<string, string[]>()
  for (const { method, path } of rows) methods.set(path, [...(methods.get(path) ?? []), method])
  return [
    '## Declined',
    '',
    'These are known and refused by name, in the words in which the system refuses what a plan or a setting leaves out.',
    '',
    '| Path | Methods |',
    '|---|---|',
    ...[...methods].map(([path, each]) => `| \`${path}\` | ${each.join(', ')} |`),
    '',
  ]
}
