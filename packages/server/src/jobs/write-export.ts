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
    const { owner, ...input } = work
    await keepFile(ctx, reading, { id, owner, input })
  } catch (error) {
    // What the question itself is refused for will not change; anything else is tried again.
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error
    await endExport(ctx, id, { error: error.message })
  }
}

type Work = { id: number; owner: Ctx; input: Parameters<Reading['file']>[2]['input'] }

async function keepFile(ctx: Ctx, reading: Reading, { id, owner, input }: Work): Promise<void> {
  const { total } = await reading.ask(owner, 'report', { ...input.question, groupBy: [], sort: null })
  const rowsTotal = input.detail === 'entries' ? total.entries : null
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
  for await (const bytes of reading.file(owner, 'export', { input, signal: stopping.signal, onRows })) {
    kept.push(bytes)
    keptBytes += bytes.length
    sizeBytes += bytes.length
    if (keptBytes >= PART_BYTES && !(await keep())) return stopping.abort()
  }
  if (keptBytes > 0 && !(await keep())) return
  await endExport(ctx, id, { sizeBytes })
}
