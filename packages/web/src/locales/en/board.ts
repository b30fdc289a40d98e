export const board = {
  noneHere: 'None here',
  showMore: 'Show {{count}} more',
  moveTo: 'Move to…',
  carry: 'Carry {{name}}',
  carryHint:
    'Press space to pick the card up, the arrows left and right to carry it to another column, space again to put it down, and escape to leave it where it was.',
  picked: '{{name}} picked up.',
  over: '{{name}} is over {{column}}.',
  dropped: '{{name}} put down in {{column}}.',
  putBack: '{{name}} stays where it was.',
} as const
