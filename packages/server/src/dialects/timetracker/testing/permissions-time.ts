import { any, FOREIGN, ofPerson, rows, updates, WHO } from '../../../testing/permission-rows.ts'

const API = '/api/v1'
const ENTRY = `${API}/time-entries/:entry_id`

const MIXED = '- - - - - - - - - who'
const PRIVATE = { private: 'ok ok - - - - no no - who' }
const PRIVATE_READ = { private: 'ok ok - - - - ok no - who' }
/** A timer that does not run is none to stop. */
const TIMER = 'ok ok ok ok no busy no no busy who'
/** Somebody else's time is for those who manage a workspace, as everybody does their own. */
const OTHERS = { any: WHO.readHome, colleague: 'ok ok ok no no ok ok no ok who' }
const ADMINS = 'ok ok no no no ok ok no ok who'

/** Who may do what with time, and know of it. */
export const TIME_PERMISSIONS = [
  rows(`GET ${API}/time-entries`, OTHERS),
  rows(`POST ${API}/time-entries`, {
    own: WHO.member,
    colleague: 'ok ok ok no no - no no - who',
    ...PRIVATE,
    'own, with project': MIXED,
    'own, with task': MIXED,
    foreign: FOREIGN,
  }),
  ofPerson('read', [`GET ${ENTRY}`], PRIVATE_READ),
  ofPerson('member', updates(ENTRY), {
    ...PRIVATE,
    ...Object.fromEntries(['project', 'task', 'client'].map((thing) => [`own, with ${thing}`, MIXED])),
  }),
  ofPerson('member', [`DELETE ${ENTRY}`, `POST ${API}/time-entries/bulk`], PRIVATE),
  // What is wrong with a row stands in an answer that is good.
  rows(`POST ${API}/time-entries/import-csv`, { any: 'ok ok ok ok ok ok no no ok who' }),

  any('readHome', `GET ${API}/timer/status`),
  rows(`POST ${API}/timer/start`, {
    own: WHO.member,
    ...PRIVATE,
    'own, with task': MIXED,
    foreign: FOREIGN,
  }),
  rows(`POST ${API}/timer/stop`, { own: TIMER }),
  rows(`POST ${API}/timer/pause`, { own: TIMER }),
  rows(`POST ${API}/timer/resume`, { own: TIMER }),

  any('readHome', `GET ${API}/search`, `GET ${API}/activities`, `GET ${API}/reports/capacity`),
  rows(`GET ${API}/reports/summary`, OTHERS),
  rows(`GET ${API}/reports`, OTHERS),
  rows(`GET ${API}/exports/payroll`, OTHERS),
  rows(`GET ${API}/reports/compliance/locked-periods`, { any: ADMINS }),
  rows(`GET ${API}/reports/compliance/audit-events`, { any: ADMINS }),
  rows(`GET ${API}/audit-logs`, { any: 'ok ok ok ok ok ok no no ok who' }),
].join('\n')
