import type { hiddenKey as english } from '../en/hidden-key.ts'
import type { Words } from '../words.ts'

export const hiddenKey: Words<typeof english> = {
  show: 'Zeigen',
  hide: 'Verbergen',
  replace: 'Ersetzen',
  confirm: 'Jetzt ersetzen',
}
