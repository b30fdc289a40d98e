export const billing = {
  title: 'Billing',
  is: 'Billing: {{status}}',
  billable: 'Billable',
  not_billable: 'Not billable',
  billed: 'Billed',
  paid: 'Paid',
  undetermined: 'Undecided',
  byProject: 'As the project says',
  inherit: 'As the workspace says',
  noDefault: 'No default',
} as const
