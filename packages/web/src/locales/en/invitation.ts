export const invitation = {
  opening: 'Opening the invitation',
  invalid: 'This invitation cannot be used',
  title: 'Join {{workspace}}',
  text: '{{email}} is invited as {{role}}.',
  otherAccount: 'You are signed in as {{mine}}. Sign out to go on with the invited address.',
  signInToJoin: 'Sign in to join',
  join: 'Join {{workspace}}',
} as const
