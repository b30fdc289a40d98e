import type { billing as english } from '../en/billing.ts'
import type { Words } from '../words.ts'

export const billing: Words<typeof english> = {
  title: 'Facturación',
  is: 'Facturación: {{status}}',
  billable: 'Facturable',
  not_billable: 'No facturable',
  billed: 'Facturado',
  paid: 'Pagado',
  undetermined: 'Sin decidir',
  byProject: 'Según el proyecto',
  inherit: 'Según el espacio',
  noDefault: 'Sin valor inicial',
}
