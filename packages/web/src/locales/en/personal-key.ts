export const personalKey = {
  title: 'Personal key',
  text: 'For clients that take one key for everything. Whoever has it may do all that you may; it holds until you replace it.',
  replaceTitle: 'Replace your personal key?',
  replaceText:
    'Every program and device that uses the old key stops working at once, until you give it the new one. This cannot be taken back.',
} as const
