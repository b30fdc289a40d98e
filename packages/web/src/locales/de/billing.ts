import type { billing as english } from '../en/billing.ts'
import type { Words } from '../words.ts'

export const billing: Words<typeof english> = {
  title: 'Abrechnung',
  is: 'Abrechnung: {{status}}',
  billable: 'Abrechenbar',
  not_billable: 'Nicht abrechenbar',
  billed: 'Abgerechnet',
  paid: 'Bezahlt',
  undetermined: 'Unentschieden',
  byProject: 'Wie im Projekt',
  inherit: 'Wie im Arbeitsbereich',
  noDefault: 'Keine Vorgabe',
}
