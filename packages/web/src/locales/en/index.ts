import { admin } from './admin.ts'
import { approvals } from './approvals.ts'
import { audit } from './audit.ts'
import { billing } from './billing.ts'
import { board } from './board.ts'
import { budgets } from './budgets.ts'
import { calendar } from './calendar.ts'
import { clients } from './clients.ts'
import { common } from './common.ts'
import { connect } from './connect.ts'
import { crm } from './crm.ts'
import { dataExport } from './data-export.ts'
import { dates } from './dates.ts'
import { developers } from './developers.ts'
import { errors } from './errors.ts'
import { help } from './help.ts'
import { hiddenKey } from './hidden-key.ts'
import { installed } from './installed.ts'
import { installation } from './installation.ts'
import { integrationKey } from './integration-key.ts'
import { integrations } from './integrations.ts'
import { invitation } from './invitation.ts'
import { keys } from './keys.ts'
import { modules } from './modules.ts'
import { nav } from './nav.ts'
import { palette } from './palette.ts'
import { passkeys } from './passkeys.ts'
import { personalKey } from './personal-key.ts'
import { projects } from './projects.ts'
import { rates } from './rates.ts'
import { refusals } from './refusals.ts'
import { reports } from './reports.ts'
import { reset } from './reset.ts'
import { roles } from './roles.ts'
import { sample } from './sample.ts'
import { secondFactor } from './second-factor.ts'
import { session } from './session.ts'
import { sessions } from './sessions.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { singleSignOn } from './single-sign-on.ts'
import { tags } from './tags.ts'
import { tasks } from './tasks.ts'
import { team } from './team.ts'
import { timer } from './timer.ts'
import { timesheet } from './timesheet.ts'
import { webhooks } from './webhooks.ts'
import { workspaces } from './workspaces.ts'

/** Every word the app says, by what it speaks of. Short and plain; an error says what happened and what to do. */
export const en = {
  admin,
  approvals,
  audit,
  billing,
  board,
  budgets,
  calendar,
  clients,
  common,
  connect,
  crm,
  dataExport,
  dates,
  developers,
  errors,
  help,
  hiddenKey,
  installed,
  installation,
  integrationKey,
  integrations,
  invitation,
  keys,
  modules,
  nav,
  palette,
  passkeys,
  personalKey,
  projects,
  rates,
  refusals,
  reports,
  reset,
  roles,
  sample,
  secondFactor,
  session,
  sessions,
  settings,
  setup,
  singleSignOn,
  tags,
  tasks,
  team,
  timer,
  timesheet,
  webhooks,
  workspaces,
} as const
