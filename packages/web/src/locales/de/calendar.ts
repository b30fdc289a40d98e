import type { calendar as english } from '../en/calendar.ts'
import type { Words } from '../words.ts'

export const calendar: Words<typeof english> = {
  views: 'Wie viel zu sehen ist',
  view: { day: 'Tag', week: 'Woche', month: 'Monat' },
  previous: { day: 'Der Tag davor', week: 'Die Woche davor', month: 'Der Monat davor' },
  next: { day: 'Der Tag danach', week: 'Die Woche danach', month: 'Der Monat danach' },
  choose: 'Ein anderer Tag: {{days}}',
  total: { day: 'Dieser Tag', week: 'Diese Woche', month: 'Dieser Monat' },
  days: 'Tage mit ihrer Zeit',
  grid: 'Zeit nach Stunden',
  slot: 'Zeit hinzufügen: {{day}}, {{from}}–{{to}}',
  block: '{{title}}, {{project}}, {{day}}, {{from}}–{{to}}, {{duration}}',
  blockRuns: '{{title}}, {{project}}, {{day}}, {{from}} bis jetzt, {{duration}}',
  blockLocked: '{{block}}. {{why}}',
  isAt: '{{day}}, {{from}}–{{to}}',
  moved: 'Eintrag verschoben.',
  stretched: 'Eintrag geändert.',
  tooShort: 'Vom Eintrag bliebe nichts übrig.',
  empty: 'Hier ist noch nichts erfasst',
  emptyHint: 'Über die Stunden eines Tages ziehen oder eine anklicken, um Zeit hinzuzufügen.',
  emptyHintTouch: 'Eine Stunde antippen, um Zeit hinzuzufügen.',
  usage: 'Verwendet: {{what}}, {{day}}, {{from}}–{{to}}',
  someApp: 'Eine App',
  month: 'Zeit an jedem Tag',
  weekSum: 'Woche',
  day: '{{day}}:',
}
