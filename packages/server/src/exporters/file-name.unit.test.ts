import { describe, expect, it } from 'vitest'
import { dispositionOf, fileNameOf } from './file-name.ts'

const march = { from: '2026-03-01', to: '2026-03-31' }

describe('the name of a file', () => {
  it.each([
    ['March for Acme', march, 'March for Acme 2026-03-01 to 2026-03-31.csv'],
    ['Día 1', { from: '2026-03-01', to: '2026-03-01' }, 'Día 1 2026-03-01.csv'],
    ['顧客別レポート', { from: null, to: null }, '顧客別レポート.csv'],
    ['', march, 'Report 2026-03-01 to 2026-03-31.csv'],
    ['../../etc/passwd', { from: null, to: null }, 'etc-passwd.csv'],
    ['C:\\a|b?*"<>', { from: null, to: null }, 'C--a-b.csv'],
    ['line\r\nbreak\0', { from: null, to: null }, 'line break.csv'],
    ['\u202efdp.exe', { from: null, to: null }, 'fdp.exe.csv'],
    ['half \ud83d of a pair', { from: null, to: null }, 'half of a pair.csv'],
  ])('of %j', (title, days, name) => {
    expect(fileNameOf(title, days, 'csv')).toBe(name)
  })

  it('is not longer than file systems take', () => {
    const name = fileNameOf('字'.repeat(500), march, 'xlsx')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(280)
  })
})

describe('the header of a download', () => {
  it('has the name for all, and an ASCII one for old clients', () => {
    expect(dispositionOf('Café "5" (1).pdf')).toBe(
      `attachment; filename="Cafe _5_ (1).pdf"; filename*=UTF-8''Caf%C3%A9%20%225%22%20%281%29.pdf`,
    )
    expect(dispositionOf('顧客.pdf')).toBe(
      `attachment; filename="_.pdf"; filename*=UTF-8''%E9%A1%A7%E5%AE%A2.pdf`,
    )
  })
})
