import { randomUUID } from 'node:crypto'
import { actingAs, type Ctx } from '../core/context.ts'
import type { Entry } from '../core/entries/entry.ts'
import { PEOPLE, type PersonKey, type ProjectKey } from './cast.ts'

export const [OWNER] = PEOPLE

/** Something somebody does at a moment. Everything is done in order, with the clock at that moment. */
export type Step = { at: number; run(): Promise<unknown> }

/** What is known of the demo while it is made. */
export type Stage = {
  ctx: Ctx
  today: string
  first: string
  workspaceId: number
  userIds: Map<PersonKey, number>
  projectIds: Map<ProjectKey, number>
  clientIds: Map<string, number>
  taskIds: Map<string, number>
  /** Entries of the team as they were made, for the bookkeeping. */
  entries: Map<number, Pick<Entry, 'id' | 'started_on' | 'billing_status'>>
}

/** The context of one thing that a person does at a moment. */
export function as(stage: Pick<Stage, 'ctx' | 'userIds'>, key: PersonKey, at: number): Ctx {
  const person = PEOPLE.find((each) => each.key === key) ?? OWNER
  const via = { wire: person.wire, client: null }
  return { ...actingAs(stage.ctx, stage.userIds.get(key) ?? 0), via, ...moment(at) }
}

export function moment(at: number) {
  return { now: at, operation: { id: randomUUID(), hasWritten: false } }
}
