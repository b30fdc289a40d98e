import type { House } from '../http/house.ts'
import type { KeyWay, SignInWay } from '../http/reference.ts'
import type { Limit, Wire } from '../http/wire.ts'
import { openApiOf, type OpenApiDocument } from './openapi.ts'

/** A wire with its document: what every page and file of the reference is made from. */
export type DescribedWire = {
  name: string
  title: string
  clientPath: string
  document: OpenApiDocument
  /** Whether a page of this server is signed in there by its cookie. */
  takesSession: boolean
  /** How its clients present a key. */
  keyWay: KeyWay
  limits: readonly Limit[]
}

export function describeWires(wires: readonly Wire[], house: House): DescribedWire[] {
  return wires.map((wire) => {
    const { name, title, clientPath, reference, limits } = wire
    const takesSession = Object.values(reference.signIn).some(
      (way) => way.type === 'apiKey' && way.in === 'cookie' && !way.applies,
    )
    const [first] = Object.values(reference.signIn)
    return {
      name,
      title,
      clientPath,
      takesSession,
      keyWay: keyWayOf(first),
      limits,
      document: openApiOf(wire, house.routes, house),
    }
  })
}

/** The first way in that a wire names is the usual one of its clients. */
function keyWayOf(way: SignInWay | undefined): KeyWay {
  if (way?.type === 'apiKey' && way.in === 'header') return { kind: 'header', name: way.name }
  if (way?.type === 'http' && way.scheme === 'basic')
    return { kind: 'basic', password: way.keyPassword ?? '' }
  return { kind: 'bearer' }
}
