import { setImmediate } from 'node:timers/promises'
import { membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { getMe } from '../../core/me.ts'
import { utf8 } from '../bytes.ts'
import { BYTE_ORDER_MARK, typed, written } from '../csv.ts'
import type { Progress } from '../document.ts'
import { zipOf } from '../xlsx/zip.ts'
import { type Noun, NOUNS, type Row } from './nouns.ts'
import { type Part, rowsOf } from './rows.ts'

/** Everything of one workspace, or where none is named what is one's own in all of them. */
export type EverythingRequest = { workspaceId: number | null; format: 'csv' | 'json' }

/** Everything one may see as one file, made as it is read: a ZIP with a CSV for each kind of things, or one JSON. */
export async function* exportEverything(
  ctx: Ctx,
  { workspaceId, format }: EverythingRequest,
  progress: Progress,
): AsyncGenerator<Uint8Array, void, undefined> {
  const parts = await partsOf(ctx, workspaceId)
  const counting = { ...progress, seen: 0 }
  const rows = (noun: Noun) => rowsOf(ctx, noun, { parts, progress: counting })
  const file = format === 'csv' ? zipOf(tables(rows), new Date(ctx.now)) : utf8(json(ctx, parts, rows))
  for await (const bytes of file) {
    // Lets messages in, such as the one that calls this off.
    await setImmediate()
    progress.signal.throwIfAborted()
    yield bytes
  }
}

async function partsOf(ctx: Ctx, workspaceId: number | null): Promise<Part[]> {
  const memberships = await membershipsOf(ctx)
  if (workspaceId === null) return memberships.map((membership) => ({ membership, whose: 'mine' as const }))
  return memberships
    .filter((membership) => membership.workspace_id === workspaceId)
    .map((membership) => ({ membership, whose: 'everyone' as const }))
}

type Rows = (noun: Noun) => AsyncIterable<Row[]>

async function* tables(rows: Rows) {
  for (const noun of NOUNS) yield { name: `${noun.name}.csv`, text: table(noun, rows) }
}

async function* table(noun: Noun, rows: Rows): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + written([[...noun.columns]])
  for await (const page of rows(noun))
    yield written(page.map((row) => noun.columns.map((column) => cell(row[column]))))
}

function cell(value: unknown): string | number | null {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'string') return typed(value)
  if (typeof value === 'boolean') return String(value)
  const isList = Array.isArray(value) && value.every((each) => typeof each !== 'object')
  return typed(isList ? value.join(', ') : JSON.stringify(value))
}

async function* json(ctx: Ctx, parts: readonly Part[], rows: Rows): AsyncGenerator<string> {
  const { id, email, name, time_zone } = await getMe(ctx)
  const head = {
    exported_at: new Date(ctx.now).toISOString(),
    user: { id, email, name, time_zone },
    workspaces: parts.map(({ membership: { workspace, role } }) => ({
      id: workspace.id,
      name: workspace.name,
      kind: workspace.personal_user_id === null ? 'team' : 'personal',
      role,
      time_zone: workspace.time_zone,
      currency: workspace.currency,
    })),
  }
  yield JSON.stringify(head).slice(0, -1)
  for (const noun of NOUNS) {
    yield `,\n${JSON.stringify(noun.name.replaceAll('-', '_'))}:[`
    let separator = ''
    for await (const page of rows(noun)) {
      yield separator + page.map((row) => `\n${JSON.stringify(row)}`).join(',')
      separator = ','
    }
    yield ']'
  }
  yield '}\n'
}
