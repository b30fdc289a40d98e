export const modules = {
  title: 'Modules',
  text: 'What this workspace does not use is hidden from everybody in it. Nothing is deleted.',
  name: {
    clients: 'Clients',
    contacts: 'Contacts',
    leads: 'Leads',
    deals: 'Deals',
    time_approvals: 'Approvals',
  },
  hint: {
    clients: 'Who projects are for. Owners and admins keep them in view.',
    contacts: 'The people at a client.',
    leads: 'Who may become a client.',
    deals: 'What may be sold, by stage.',
    time_approvals: 'Weeks are submitted, and approved before they are billed.',
  },
  isOff: 'This is switched off in this workspace',
  isOffHint: 'Its owners and admins can switch it on, under Settings, Workspace.',
  toSettings: 'Go to the workspace settings',
} as const
