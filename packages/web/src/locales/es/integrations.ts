import type { integrations as english } from '../en/integrations.ts'
import type { Words } from '../words.ts'

export const integrations: Words<typeof english> = {
  connectText:
    'Las aplicaciones y los scripts hechos para otro programa de control de tiempo pueden hablar con este servidor: su dirección, una clave y una prueba que muestra si llegan.',
}
