import type { Transaction } from 'kysely'
import type { Database } from '../db/engine.ts'
import type { Schema } from '../db/schema.ts'
import { AppError } from './errors.ts'
import type { Secrets } from './secrets.ts'

/** A person acting through a session or a token, the installation itself, or nobody known yet. */
export type Actor =
  | {
      kind: 'user'
      userId: number
      isAdmin: boolean
      scopes: readonly string[]
      /** The one workspace a token is bound to. */
      workspaceId: number | null
      tokenId: number | null
      sessionId: number | null
    }
  | { kind: 'system' }
  | { kind: 'anonymous' }

export type UserActor = Extract<Actor, { kind: 'user' }>

/** Through which wire a request came, and what its client calls itself. */
export type Via = { wire: string; client: string | null }

/** One request's writes, which can be undone together. */
export type Operation = {
  id: string
  hasWritten: boolean
  /** Why, where the client says so: its events keep it. */
  reason?: string
}

export type Logger = {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

/** One per request: one `now`, so that every number in an answer agrees. */
export type Ctx = {
  db: Database
  actor: Actor
  now: number
  operation: Operation
  via: Via
  secrets: Secrets
  log: Logger
  /** Only looks: what it reads is not held for writing. */
  isReading?: boolean
}

const TRIES = 3

/** Runs `work` in one transaction; name its parameter `ctx` too, so the outer connection is out of reach. */
export async function transact<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.kysely.isTransaction) return work(ctx)
  for (let tries = 1; ; tries++) {
    try {
      return await ctx.db.kysely
        .transaction()
        .execute((tx) => work({ ...ctx, db: { ...ctx.db, kysely: tx } }))
    } catch (error) {
      // PostgreSQL ends one of two transactions that wait for each other; nothing of it was written.
      if (tries < TRIES && ctx.db.engine.isRetryable(error)) continue
      throw error
    }
  }
}

/** Runs questions that have to agree with one another, whatever is written meanwhile. */
export async function readTogether<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.kysely.isTransaction) return work(ctx)
  return ctx.db.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => work({ ...ctx, db: { ...ctx.db, kysely: tx }, isReading: true }))
}

/** The transaction a verb runs in, for what only makes sense inside one. */
export function transactionOf(ctx: Ctx): Transaction<Schema> {
  if (!ctx.db.kysely.isTransaction) throw new Error('This needs a transaction')
  // Kysely has no narrowing for its own `isTransaction`.
  return ctx.db.kysely as Transaction<Schema>
}

/** Holds a person's row until the transaction ends: what one person does at once is done in turn. */
export async function lockUser(ctx: Ctx, userId: number): Promise<void> {
  await ctx.db.engine.lockRow(transactionOf(ctx), 'user', userId)
}

export async function lockWorkspace(ctx: Ctx, workspaceId: number): Promise<void> {
  await ctx.db.engine.lockRow(transactionOf(ctx), 'workspace', workspaceId)
}

/** The person who acts; refused for anybody else. */
export function actingUser(ctx: Ctx): UserActor {
  if (ctx.actor.kind === 'user') return ctx.actor
  throw new AppError('unauthenticated', 'no_credentials', 'Sign in, or send a key.')
}

/** The same request on behalf of somebody whose identity has just been established. */
export function actingAs(ctx: Ctx, userId: number, isAdmin = false): Ctx {
  const actor: UserActor = {
    kind: 'user',
    userId,
    isAdmin,
    scopes: ['*'],
    workspaceId: null,
    tokenId: null,
    sessionId: null,
  }
  return { ...ctx, actor }
}

/** Turns a taken unique key into a conflict. The database is the judge, so two requests at once cannot both win. */
export async function orConflict<T>(ctx: Ctx, write: Promise<T>, refusal: () => AppError): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw ctx.db.engine.isUniqueViolation(error) ? refusal() : error
  }
}
