import type { invitation as english } from '../en/invitation.ts'
import type { Words } from '../words.ts'

export const invitation: Words<typeof english> = {
  opening: 'Abriendo la invitación',
  invalid: 'Esta invitación no se puede usar',
  title: 'Unirse a {{workspace}}',
  text: '{{email}} tiene una invitación con el rol {{role}}.',
  otherAccount:
    'La sesión está iniciada como {{mine}}. Cierre la sesión para continuar con la dirección invitada.',
  signInToJoin: 'Iniciar sesión para unirse',
  join: 'Unirse a {{workspace}}',
}
