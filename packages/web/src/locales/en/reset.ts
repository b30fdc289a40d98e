export const reset = {
  forgotTitle: 'Forgot your password',
  text: 'Enter your e-mail address, and a link to set a new one is sent there.',
  sent: 'If an account has that address, a link is on its way. It is valid for a short while.',
  noMail: 'This server sends no mail. Ask the person who runs it for a link to set a new password.',
  send: 'Send link',
  title: 'Set a new password',
  submit: 'Set password',
  done: 'Your new password is set. Sign in with it.',
} as const
