/** What becomes of a call on another workspace's thing, whoever asks. */
export const FOREIGN = '- - - - - - - - - who'

/** Who may do something, in the order of the table: those of the team, the operator, the owner's narrower keys, nobody. */
export const WHO = {
  anybody: 'ok ok ok ok ok ok ok ok ok ok',
  /** Where a thing of the team is asked for. */
  read: 'ok ok ok ok ok - ok no - who',
  member: 'ok ok ok ok no - no no - who',
  manager: 'ok ok ok no no - no no - who',
  admin: 'ok ok no no no - no no - who',
  /** Where nothing is named: everybody has a workspace, which is one's own for the operator and the key for elsewhere. */
  readHome: 'ok ok ok ok ok ok ok no ok who',
  memberHome: 'ok ok ok ok no ok no no ok who',
  adminHome: 'ok ok no no no ok no no ok who',
} as const

export type Who = keyof typeof WHO

/** The rows of one call. */
export function rows(call: string, expectations: Readonly<Record<string, string>>): string {
  const lines = Object.entries(expectations).map(([label, words]) => `  ${label}  ${words}`)
  return [call, ...lines].join('\n')
}

/** The rows of calls that name nothing. */
export function any(who: Who, ...calls: string[]): string {
  return calls.map((call) => rows(call, { any: WHO[who] })).join('\n')
}

/** The rows of calls on a thing of the team. */
export function of(who: Who, ...calls: string[]): string {
  return calls.map((call) => rows(call, { own: WHO[who], foreign: FOREIGN })).join('\n')
}

/** The same, where the thing may be in a private project, which is closed to those who are not in it. */
export function ofProject(who: Who, calls: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const closed = who === 'read' ? 'ok ok - - - - ok no - who' : 'ok ok - - - - no no - who'
  return calls
    .map((call) => rows(call, { own: WHO[who], private: closed, ...more, foreign: FOREIGN }))
    .join('\n')
}

/** The rows of calls on somebody's thing, which those who manage the team may do too. */
export function ofPerson(who: 'read' | 'member', calls: readonly string[], more = {}): string {
  const others = who === 'read' ? 'ok ok ok - - - ok no - who' : 'ok ok ok - - - no no - who'
  return calls
    .map((call) => rows(call, { own: WHO[who], colleague: others, ...more, foreign: FOREIGN }))
    .join('\n')
}

/** A call by its path, as an update and as what the system takes for the same. */
export function updates(path: string): [string, string] {
  return [`PUT ${path}`, `PATCH ${path}`]
}
