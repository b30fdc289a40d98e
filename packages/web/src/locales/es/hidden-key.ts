import type { hiddenKey as english } from '../en/hidden-key.ts'
import type { Words } from '../words.ts'

export const hiddenKey: Words<typeof english> = {
  show: 'Mostrar',
  hide: 'Ocultar',
  replace: 'Sustituir',
  confirm: 'Sustituir ahora',
}
