import type { IncomingMessage } from 'node:http'

/** What the front door knows of the wires that are mounted: a path on the bare host, and the wire it belongs to. */
export type DoorRule = {
  wire: string
  /** The path as the foreign system has it, and where it is here. */
  from: string
  to: string
  /** Further conditions, where two systems share a path. */
  when?: (call: Call) => boolean
}

type Call = { path: string; authorization: string | undefined }

/**
 * Serves each wire at its original path on the bare host, so that a client needs only another host name. A host that is
 * given to one dialect overrides the rest. Gives the address under which Fastify is to look for a route.
 */
export function frontDoor(rules: readonly DoorRule[], hosts: ReadonlyMap<string, string>) {
  return (request: Pick<IncomingMessage, 'url' | 'headers'>): string => {
    const url = request.url ?? '/'
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
    const dialect = hosts.get(host)
    if (dialect !== undefined) return url.startsWith(`/${dialect}/`) ? url : `/${dialect}${url}`
    // Clients join a base address that ends with a slash and a path that begins with one.
    const plain = url.replace(/^\/{2,}/, '/')
    const path = plain.split('?', 1)[0] ?? ''
    const call = { path, authorization: request.headers.authorization }
    const rule = rules.find(
      ({ from, when }) => (path === from || path.startsWith(`${from}/`)) && (when?.(call) ?? true),
    )
    return rule ? rule.to + plain.slice(rule.from.length) : url
  }
}
