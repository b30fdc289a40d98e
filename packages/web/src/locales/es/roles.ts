import type { roles as english } from '../en/roles.ts'
import type { Words } from '../words.ts'

export const roles: Words<typeof english> = {
  owner: 'Propietario',
  admin: 'Administrador',
  manager: 'Gestor',
  member: 'Miembro',
  viewer: 'Observador',
  hint: {
    admin: 'Gestiona personas y ajustes, ve y edita todo el tiempo.',
    manager: 'Gestiona proyectos y clientes, ve y edita todo el tiempo.',
    member: 'Registra su propio tiempo y crea proyectos.',
    viewer: 'Mira, pero no registra nada.',
  },
}
