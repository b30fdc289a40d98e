import { exportedFile } from '../core/report-exports.ts'
import { writeExport } from '../jobs/write-export.ts'
import type { Person, TestServer } from './server.ts'

/** Does the job of an export, and gives its file. */
export async function readWholeExport(server: TestServer, person: Person, id: number): Promise<Buffer> {
  await writeExport(server.system(), server.house.reading, { id })
  const parts: Buffer[] = []
  for await (const part of exportedFile(person.ctx(), id)) parts.push(part)
  return Buffer.concat(parts)
}
