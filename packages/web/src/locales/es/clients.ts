import type { clients as english } from '../en/clients.ts'
import type { Words } from '../words.ts'

export const clients: Words<typeof english> = {
  new: 'Nuevo cliente',
  edit: 'Editar cliente',
  create: 'Crear cliente',
  save: 'Guardar cliente',
  name: 'Nombre',
  nameNeeded: 'Dar un nombre al cliente.',
  contactPerson: 'Persona de contacto',
  contact: 'Contacto',
  phone: 'Teléfono',
  address: 'Dirección',
  notes: 'Notas',
  search: 'Buscar clientes',
  noMatch: 'Ningún cliente coincide.',
  empty: 'Aún no hay clientes',
  emptyHint: 'Un cliente es para quien se trabaja. Los proyectos pueden pertenecer a uno.',
  count_one: '{{count}} cliente',
  count_other: '{{count}} clientes',
  deleteNamed: 'Eliminar cliente {{name}}',
  ratesOf: 'Tarifas del cliente {{name}}',
  currency: 'Moneda',
  currencyHint: 'La de las nuevas tarifas de este cliente y sus proyectos.',
  workspaceCurrency: 'Como el espacio de trabajo',
  deleted: '«{{name}}» eliminado.',
}
