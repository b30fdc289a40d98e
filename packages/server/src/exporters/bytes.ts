const ENOUGH = 64 * 1024

/** Text as UTF-8 in pieces worth sending; the first goes at once, so that a reader sees that something comes. */
export async function* utf8(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  let held = ''
  let isFirst = true
  for await (const piece of pieces) {
    held += piece
    if (!isFirst && held.length < ENOUGH) continue
    yield encoder.encode(held)
    held = ''
    isFirst = false
  }
  if (held !== '') yield encoder.encode(held)
}
