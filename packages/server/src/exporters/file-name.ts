import type { ReportFormat } from './document.ts'

const LONGEST_TITLE = 80

/** What a report's file is called, in any script: `Acme in March 2026-03-01 to 2026-03-31.pdf`. */
export function fileNameOf(
  title: string,
  { from, to }: { from: string | null; to: string | null },
  format: ReportFormat | 'zip',
): string {
  const days = from !== null && to !== null && from !== to ? `${from} to ${to}` : (from ?? to)
  return `${[safeTitle(title), days].filter(Boolean).join(' ')}.${format}`
}

/** The Content-Disposition of a download, RFC 6266: ASCII for old clients, `filename*` for the name as it is. */
export function dispositionOf(fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^\x20-\x7e]+/g, '_')
    .replaceAll(/["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Without what a file system, a header or a shell takes for more than a name, or what turns reading around. */
function safeTitle(title: string): string {
  const plain = title
    .replaceAll(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replaceAll(/\s+/g, ' ')
  const short = [...plain].slice(0, LONGEST_TITLE).join('')
  const trimmed = short.replaceAll(/^[\s.~-]+|[\s.-]+$/g, '')
  return trimmed === '' ? 'Report' : trimmed
}
