import type { IncomingMessage } from 'node:http'

/** What the front door knows of the wires that are mounted: a path on the bare host, and the wire it belongs to. */
export type DoorRule = {
  wire: string
  /** The path as the foreign system has it, and where it is here. */
  from: string
  to: string
  /** Its clients put slashes where none belong: at the end of a path, and two where one would do. */
  forgivesSlashes?: boolean
  /** Further conditions, where two systems share a path. */
  when?: (call: Call) => boolean
}

type Call = { method: string | undefined; path: string; authorization: string | undefined }

/**
 * Serves each wire at its original path on the bare host, so that a client needs only another host name. A host that is
 * given to one dialect overrides the rest. Gives the address under which Fastify is to look for a route.
 */
export function frontDoor(rules: readonly DoorRule[], hosts: ReadonlyMap<string, string>) {
  const forgiving = new Set(rules.filter((rule) => rule.forgivesSlashes).map(({ wire }) => wire))
  return (request: Knock): string => {
    const address = addressOf(request, { rules, hosts })
    const wire = /^\/([^/?]+)\//.exec(address)?.[1]
    return wire !== undefined && forgiving.has(wire) ? withoutSpareSlashes(address) : address
  }
}

type Knock = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

type Doors = { rules: readonly DoorRule[]; hosts: ReadonlyMap<string, string> }

function addressOf(request: Knock, { rules, hosts }: Doors): string {
  const url = request.url ?? '/'
  const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
  const dialect = hosts.get(host)
  if (dialect !== undefined) return url.startsWith(`/${dialect}/`) ? url : `/${dialect}${url}`
  const rule = rules.find((each) => leadsTo(each, request))
  if (!rule) return url
  const from = rule.forgivesSlashes ? withoutSpareSlashes(url) : url
  return rule.to + from.slice(rule.from.length)
}

function leadsTo(rule: DoorRule, { method, url = '/', headers }: Knock): boolean {
  const [path = ''] = (rule.forgivesSlashes ? withoutSpareSlashes(url) : url).split('?', 1)
  const isBelow = path === rule.from || path.startsWith(`${rule.from}/`)
  return isBelow && (rule.when?.({ method, path, authorization: headers.authorization }) ?? true)
}

function withoutSpareSlashes(url: string): string {
  const [path = '', ...query] = url.split('?')
  const tidy = path.replaceAll(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
  return [tidy, ...query].join('?')
}
