import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Compressing a smaller file saves less than a packet. */
const worthwhile = 1400

/** Writes each text file of the build a second and a third time, compressed as well as can be, for the server to send. */
export function compressedFiles(): Plugin {
  let folder = ''
  return {
    name: 'compressed-files',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
      if (build.outDir.startsWith('/')) folder = build.outDir
    },
    closeBundle: {
      // After whatever else writes files.
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (/\.(js|css|svg|webmanifest)$/.test(name)) compress(join(folder, name))
        }
      },
    },
  }
}

function compress(path: string): void {
  const content = readFileSync(path)
  if (content.length < worthwhile) return
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  )
}
