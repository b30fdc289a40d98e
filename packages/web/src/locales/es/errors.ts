import type { errors as english } from '../en/errors.ts'
import type { Words } from '../words.ts'

export const errors: Words<typeof english> = {
  unknown: 'Algo ha fallado. Inténtelo de nuevo.',
  unreachable: 'No se puede conectar con el servidor. Compruebe la conexión e inténtelo de nuevo.',
  unavailable: 'El servidor está ocupado. Inténtelo de nuevo en un momento.',
  provider_unavailable: 'No se puede acceder al proveedor en este momento.',
  rate_limited: 'Demasiados intentos. Espere un minuto e inténtelo de nuevo.',
  forbidden: 'Esto no le está permitido aquí.',
  not_found: 'Esto ya no existe.',
  gone: 'Este enlace ya no es válido.',
  locked: 'Esto está bloqueado y no se puede cambiar.',
  locked_period: 'Esto está en un periodo bloqueado y no se puede cambiar.',
  overlap: 'Esto se solapa con otro registro, y este espacio de trabajo no lo permite.',
  last_admin: 'Una instalación necesita un administrador. Nombre antes a otra persona.',
  name_taken: 'Este nombre ya está en uso. Elija otro.',
  nothing_running: 'No hay ningún temporizador en marcha.',
  approved: 'Esto está aprobado y bloqueado.',
  already_pending: 'Esto ya espera aprobación.',
  not_pending: 'Esto ya se decidió o se retiró.',
  not_approver: 'Sobre esto decide otra persona.',
  module_disabled: 'Esto está desactivado en este espacio de trabajo.',
  couldNotLoad: 'Esto no se ha podido cargar',
  noSuchPage: 'Esta página no existe',
  reconnecting: 'Reconectando con el servidor…',
}
