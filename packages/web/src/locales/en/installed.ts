export const installed = {
  newVersion: 'There is a new version of Sundial.',
  reload: 'Reload page',
  offline: 'You are offline',
  offlineHint:
    'Sundial needs its server to show your time. It goes on by itself when the connection is back.',
  offlineNotice: 'You are offline. What you see may be old, and changes cannot be saved.',
} as const
