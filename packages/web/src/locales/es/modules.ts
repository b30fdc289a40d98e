import type { modules as english } from '../en/modules.ts'
import type { Words } from '../words.ts'

export const modules: Words<typeof english> = {
  title: 'Módulos',
  text: 'Lo que este espacio de trabajo no usa se oculta a todos sus miembros. No se elimina nada.',
  name: {
    clients: 'Clientes',
    contacts: 'Contactos',
    leads: 'Leads',
    deals: 'Oportunidades',
    time_approvals: 'Aprobaciones',
  },
  hint: {
    clients: 'Para quién son los proyectos. Propietarios y administradores los siguen viendo.',
    contacts: 'Las personas de un cliente.',
    leads: 'Quién puede llegar a ser cliente.',
    deals: 'Qué se puede vender, por etapa.',
    time_approvals: 'Las semanas se envían y se aprueban antes de facturarse.',
  },
  isOff: 'Esto está desactivado en este espacio de trabajo',
  isOffHint: 'Propietarios y administradores pueden activarlo en Ajustes, Espacio de trabajo.',
  toSettings: 'Ir a los ajustes del espacio',
}
