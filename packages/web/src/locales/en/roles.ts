export const roles = {
  owner: 'Owner',
  admin: 'Admin',
  manager: 'Manager',
  member: 'Member',
  viewer: 'Viewer',
  hint: {
    admin: 'Manages people and settings, sees and edits all time.',
    manager: 'Manages projects and clients, sees and edits all time.',
    member: 'Tracks own time and creates projects.',
    viewer: 'Looks, but tracks nothing.',
  },
} as const
