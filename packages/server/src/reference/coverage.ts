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
  return [
    '<!-- Generated from the route table by `npm run generate`. -->',
    '',
    `# What Sundial serves of the ${wire.title} API`,
    '',
    `${rows.length} routes, below \`${wire.clientPath}\`. Parameters and answers are in the reference that every server ` +
      'has at `/docs`.',
    '',
    '| Method | Path | What it does |',
    '|---|---|---|',
    ...rows.map(({ method, path, schema }) => `| ${method} | \`${path}\` | ${schema?.summary ?? ''} |`),
    '',
  ].join('\n')
}
