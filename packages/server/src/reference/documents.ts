import type { House } from '../http/house.ts'
import type { Wire } from '../http/wire.ts'
import { openApiOf, type OpenApiDocument } from './openapi.ts'

/** A wire with its document: what every page and file of the reference is made from. */
export type DescribedWire = {
  name: string
  title: string
  clientPath: string
  document: OpenApiDocument
  /** Whether a page of this server is signed in there by its cookie. */
  takesSession: boolean
}

export function describeWires(wires: readonly Wire[], house: House): DescribedWire[] {
  return wires.map((wire) => {
    const { name, title, clientPath, reference } = wire
    const takesSession = Object.values(reference.signIn).some(
      (way) => way.type === 'apiKey' && way.in === 'cookie',
    )
    return { name, title, clientPath, takesSession, document: openApiOf(wire, house.routes, house) }
  })
}
