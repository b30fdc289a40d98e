export const dates = {
  today: 'Today',
  yesterday: 'Yesterday',
  justNow: 'just now',
  nextMonth: 'Next month',
  previousMonth: 'Previous month',
} as const
