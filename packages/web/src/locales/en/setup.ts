export const setup = {
  title: 'Set up Sundial',
  text: 'Create the first account. It runs this installation.',
  needsCode: 'Open the address the server printed when it started. It carries the code that lets you in.',
  team: 'Team workspace (optional)',
  teamHint: 'Name one if you track time together. You can do so later, too.',
  submit: 'Create account and start',
} as const
