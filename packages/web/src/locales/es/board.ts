import type { board as english } from '../en/board.ts'
import type { Words } from '../words.ts'

export const board: Words<typeof english> = {
  noneHere: 'Nada aquí',
  showMore: 'Mostrar {{count}} más',
  moveTo: 'Mover a…',
  carry: 'Llevar {{name}}',
  carryHint:
    'Espacio para tomar la tarjeta, flechas izquierda y derecha para llevarla a otra columna, espacio de nuevo para soltarla y Escape para dejarla donde estaba.',
  picked: '{{name}}: tarjeta tomada.',
  over: '{{name}} está sobre {{column}}.',
  dropped: '{{name}}: soltada en {{column}}.',
  putBack: '{{name}} se queda donde estaba.',
}
