import type { installed as english } from '../en/installed.ts'
import type { Words } from '../words.ts'

export const installed: Words<typeof english> = {
  newVersion: 'Hay una nueva versión de Sundial.',
  reload: 'Recargar página',
  offline: 'Sin conexión',
  offlineHint:
    'Sundial necesita su servidor para mostrar el tiempo. Continúa por sí solo cuando vuelve la conexión.',
  offlineNotice: 'Sin conexión. Lo que se ve puede estar anticuado, y los cambios no se pueden guardar.',
}
