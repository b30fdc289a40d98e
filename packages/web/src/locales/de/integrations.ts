import type { integrations as english } from '../en/integrations.ts'
import type { Words } from '../words.ts'

export const integrations: Words<typeof english> = {
  connectText:
    'Apps und Skripte für eine andere Zeiterfassung können mit diesem Server sprechen: ihre Adresse, ein Schlüssel und ein Test, der zeigt, ob sie ankommen.',
}
