import type { Ctx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { beginExport, endExport, keepExportPart } from '../core/report-exports.ts'
import type { Reading } from '../reading/reads.ts'

const PART_BYTES = 256 * 1024

/** Writes the file of an export, part by part, until it is whole or nobody wants it any more. */
export async function writeExport(ctx: Ctx, reading: Reading, { id }: { id: number }): Promise<void> {
  try {
    const work = await beginExport(ctx, id)
    if (!work) return
    await keepFile(ctx, reading, { id, work })
  } catch (error) {
    // What the question itself is refused for will not change; anything else is tried again.
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    await endExport(ctx, id, { error: error.message })
  }
}

type Work = NonNullable<Awaited<ReturnType<typeof beginExport>>>

/** How many rows there will be, where that is known before they are read. */
async function countRows(reading: Reading, work: Work): Promise<number | null> {
  if (work.kind === 'everything' || work.input.detail === 'summary') return null
  const question = { ...work.input.question, groupBy: [], sort: null }
  return (await reading.ask(work.owner, 'report', question)).total.entries
}

function fileOf(reading: Reading, work: Work, progress: { signal: AbortSignal; onRows(done: number): void }) {
  return work.kind === 'everything'
    ? reading.file(work.owner, 'everything', { input: work.input, ...progress })
    : reading.file(work.owner, 'export', { input: work.input, ...progress })
}

async function keepFile(ctx: Ctx, reading: Reading, { id, work }: { id: number; work: Work }): Promise<void> {
  const rowsTotal = await countRows(reading, work)
  const stopping = new AbortController()
  let rowsDone = 0
  let sizeBytes = 0
  let position = 0
  let kept: Uint8Array[] = []
  let keptBytes = 0
  const keep = async () => {
    const part = { position: position++, bytes: Buffer.concat(kept), rowsDone, rowsTotal }
    kept = []
    keptBytes = 0
    return keepExportPart(ctx, id, part)
  }
  const onRows = (done: number) => void (rowsDone = done)
  for await (const bytes of fileOf(reading, work, { signal: stopping.signal, onRows })) {
    kept.push(bytes)
    keptBytes += bytes.length
    sizeBytes += bytes.length
    if (keptBytes >= PART_BYTES && !(await keep())) return stopping.abort()
  }
  if (keptBytes > 0 && !(await keep())) return
  await endExport(ctx, id, { sizeBytes })
}
