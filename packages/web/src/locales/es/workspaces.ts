import type { workspaces as english } from '../en/workspaces.ts'
import type { Words } from '../words.ts'

export const workspaces: Words<typeof english> = {
  personal: 'Personal',
  name: 'Nombre',
  settingsText: 'Estos ajustes valen para todos en este espacio de trabajo.',
  settingsReadOnly: 'Solo propietarios y administradores cambian los ajustes de este espacio de trabajo.',
  defaultBilling: 'Facturación de nuevos registros',
  refusesOverlap: 'Rechazar registros que se solapan',
  protectsBilled: 'Proteger el tiempo de los registros facturados y pagados contra cambios',
  onlyAdmins: 'Solo gestores y superiores crean proyectos',
  save: 'Guardar espacio de trabajo',
  money: 'Dinero y redondeo',
  moneyText: 'Los informes redondean el tiempo que muestran; lo registrado queda como está.',
  currencyHint: 'La de nuevas tarifas y presupuestos. Las tarifas ya fijadas conservan la suya.',
  rounding: 'Los informes redondean el tiempo',
  roundingMode: {
    none: 'No',
    nearest: 'Al paso más cercano',
    up: 'Hacia arriba',
    down: 'Hacia abajo',
  },
  roundingMinutes: 'Paso en minutos',
  roundingPer: 'Cada uno por separado',
  roundingOf: {
    entry: 'Cada registro',
    day_project: 'El tiempo de un día en un proyecto',
    total: 'El total',
  },
  saveMoney: 'Guardar dinero y redondeo',
  newTeam: 'Nuevo espacio de equipo',
  newTeamText:
    'Un espacio de trabajo compartido: se invita a personas y, según el rol, se ve el tiempo de los demás.',
  create: 'Crear espacio de equipo',
  created: '«{{name}}» creado. Ya está en él.',
}
