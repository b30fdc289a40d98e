export const integrations = {
  connectText:
    'Apps and scripts made for another tracker can talk to this server: their address, a key, and a test that shows whether they arrive.',
} as const
