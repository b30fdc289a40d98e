import type { calendar as english } from '../en/calendar.ts'
import type { Words } from '../words.ts'

export const calendar: Words<typeof english> = {
  views: 'Cuánto mostrar',
  view: { day: 'Día', week: 'Semana', month: 'Mes' },
  previous: { day: 'El día anterior', week: 'La semana anterior', month: 'El mes anterior' },
  next: { day: 'El día siguiente', week: 'La semana siguiente', month: 'El mes siguiente' },
  choose: 'Otro día: {{days}}',
  total: { day: 'Este día', week: 'Esta semana', month: 'Este mes' },
  days: 'Días, con su tiempo',
  grid: 'Tiempo por horas',
  slot: 'Añadir tiempo: {{day}}, {{from}}–{{to}}',
  block: '{{title}}, {{project}}, {{day}}, {{from}}–{{to}}, {{duration}}',
  blockRuns: '{{title}}, {{project}}, {{day}}, {{from}} hasta ahora, {{duration}}',
  blockLocked: '{{block}}. {{why}}',
  isAt: '{{day}}, {{from}}–{{to}}',
  moved: 'Registro movido.',
  stretched: 'Registro cambiado.',
  tooShort: 'No quedaría nada del registro.',
  empty: 'Aquí aún no hay nada registrado',
  emptyHint: 'Arrastrar sobre las horas de un día, o hacer clic en una, para añadir tiempo.',
  emptyHintTouch: 'Tocar una hora para añadir tiempo.',
  usage: 'Usado: {{what}}, {{day}}, {{from}}–{{to}}',
  someApp: 'Alguna aplicación',
  month: 'Tiempo de cada día',
  weekSum: 'Suma',
  day: '{{day}}:',
}
