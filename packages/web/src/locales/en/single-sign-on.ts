export const singleSignOn = {
  title: 'Single sign-on',
  text: 'Sign in here with an account at {{name}}.',
  signIn: 'Sign in with {{name}}',
  connect: 'Connect {{name}}',
  connected: 'connected {{date}}',
  disconnect: 'Disconnect',
  disconnectNamed: 'Disconnect {{name}}, connected {{date}}',
  disconnectTitle: 'Disconnect {{name}}?',
  disconnectText:
    'It no longer opens your account, and whoever is signed in with it elsewhere is signed out.',
  disconnected: '{{name}} is disconnected.',
  problem: {
    unknown: 'The sign-in did not work. Try again.',
    sign_in_expired: 'This sign-in took too long, or was begun in another browser. Begin again.',
    sign_in_cancelled: 'The sign-in was cancelled.',
    provider_unavailable: '{{name}} cannot be reached just now. Try again, or sign in with your password.',
    provider_refused:
      'What {{name}} answered cannot be trusted, so nobody was signed in. Tell your administrator.',
    email_not_verified: '{{name}} has not verified your e-mail address. Verify it there, then try again.',
    account_exists:
      'There is an account for your e-mail address. Sign in to it as before, then connect {{name}} under Settings, Password and sessions.',
    account_inactive: 'Your account is switched off. Ask your administrator.',
    registration_closed: 'There is no account for you here yet. Ask for an invitation.',
    identity_taken: 'That account at {{name}} opens somebody else’s account here.',
    not_allowed: 'The invitation is for another e-mail address than that of your account at {{name}}.',
    link_used: 'The invitation was used already. Ask for a new one.',
    link_expired: 'The invitation is no longer valid. Ask for a new one.',
  },
} as const
