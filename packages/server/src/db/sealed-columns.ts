/** Where a sealed text lies, and by what its row is found. */
export type SealedColumn = {
  table: 'user' | 'webhook' | 'report_link' | 'job' | 'idempotency_key'
  key: readonly string[]
  column: string
}

/** Every column that holds what the installation's secret key has sealed. A new one belongs here. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'user', key: ['id'], column: 'sealed_personal_key' },
  { table: 'user', key: ['id'], column: 'sealed_totp_secret' },
  { table: 'webhook', key: ['id'], column: 'sealed_secret' },
  { table: 'report_link', key: ['id'], column: 'sealed_secret' },
  { table: 'job', key: ['id'], column: 'payload' },
  { table: 'idempotency_key', key: ['actor', 'key'], column: 'answer' },
]
