/** The pages for who runs the installation, in two groups. */
export const installationSections = [
  { to: '/admin/users', label: 'installation.users' },
  { to: '/admin/jobs', label: 'installation.jobs' },
  { to: '/admin/health', label: 'installation.health' },
] as const

export const securitySections = [
  { to: '/admin/api-tokens', label: 'admin.tokens' },
  { to: '/admin/audit-log', label: 'audit.title' },
] as const

export const adminSections = [...securitySections, ...installationSections] as const
