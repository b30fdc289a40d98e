import type { nav as english } from '../en/nav.ts'
import type { Words } from '../words.ts'

export const nav: Words<typeof english> = {
  home: 'Sundial, al temporizador',
  skipToContent: 'Ir al contenido',
  rooms: 'Principal',
  timer: 'Temporizador',
  timesheet: 'Hoja de horas',
  calendar: 'Calendario',
  tasks: 'Tareas',
  approvals: 'Aprobaciones',
  waiting_one: '{{count}} espera su decisión',
  waiting_other: '{{count}} esperan su decisión',
  reports: 'Informes',
  projects: 'Proyectos',
  clients: 'Clientes',
  tags: 'Etiquetas',
  team: 'Equipo',
  settings: 'Ajustes',
  more: 'Más',
  toTimer: 'Ir al temporizador',
  workspaces: 'Espacios de trabajo',
}
