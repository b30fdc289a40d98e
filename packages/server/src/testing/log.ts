import { Writable } from 'node:stream'

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into lines of every shape
export type LogLine = Record<string, any>

/** A log that is kept instead of printed: each line as it was written, the oldest first. */
export function keepLog(): { lines: LogLine[]; stream: Writable } {
  const lines: LogLine[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const texts = chunk.toString().trim().split('\n')
      lines.push(...texts.map((text) => JSON.parse(text) as LogLine))
      done()
    },
  })
  return { lines, stream }
}
