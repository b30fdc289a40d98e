import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../core/context.ts'
import type { TSchema } from 'typebox'
import type { AppError } from '../core/errors.ts'
import type { TokenKind } from '../core/tokens.ts'
import type { WireHooks } from '../core/webhooks/message.ts'
import type { WireReference } from './reference.ts'

/** One API as its clients know it: ours, or a foreign system's. Everything that differs between them is a value here. */
export type Wire = {
  /** What it is called in events, counts and lists. */
  name: string
  /** What people call the system. */
  title: string
  /** Where it is mounted, such as `/timing`. */
  prefix: string
  /** What a client of it takes as its base URL, after the address of the server. */
  clientPath: string
  /** What somebody needs to let a client talk to this server; our own wire has its SDK instead. */
  connect?: Connect
  /** The key that a request presents, in whichever way clients of the system do; undefined where it presents none. */
  keyOf(request: FastifyRequest): string | undefined
  /** Who makes a request. Throws where the credentials are missing or wrong. */
  authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor>
  /** The answer to anything that went wrong; null stands for a bug, of which nothing may leave the server. */
  paint(error: AppError | null, request: FastifyRequest): Painted
  /** How many requests a key may make, at the documented setting. All of them hold; the first that is used up refuses. */
  limits: readonly Limit[]
  /** The rate-limit headers of an answer. */
  limitHeaders(usage: readonly LimitUsage[]): Record<string, string>
  /** Headers that every answer has. */
  headers: Readonly<Record<string, string>>
  /** Answers to a browser's question whether a page of another origin may call; absent where none may. */
  preflight?: Readonly<Record<string, string>>
  /** The content type of JSON answers, where the system names no charset. */
  jsonType?: string
  /** JSON is read whatever type the client declares, and forms are read too. */
  readsAnyBody?: boolean
  routes(app: FastifyInstance): void | Promise<void>
  /** What its documents say beyond what its routes say themselves. */
  reference: WireReference
  /** How it words what webhooks are told; absent where it makes none. */
  hooks?: WireHooks
}

export type Connect = {
  /** The addresses its clients take, after the address of the server; the first is the usual one. */
  addresses: readonly { title: string; path: string }[]
  /** The kind of key they take: one made for them, the personal one of the profile, or the one for integrations. */
  key: TokenKind | 'personal' | 'integration'
  /** A line for the command line that shows that it works; `BASE` and `KEY` stand for the address and the key. */
  example: string
}

/** An answer on its way out: an object becomes JSON, a text is sent as it is. */
export type Painted = { status: number; headers?: Record<string, string>; body: unknown }

export type Limit = { requests: number; seconds: number }

/** A limit with what is left of it for this key. */
export type LimitUsage = Limit & { remaining: number; resetAt: number }

declare module 'fastify' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging with Fastify's own type needs an interface
  interface FastifyRequest {
    ctx: Ctx
    /** What is left of each limit of the wire for this caller. */
    limitUsage: readonly LimitUsage[]
  }

  // oxlint-disable-next-line typescript/consistent-type-definitions -- as above
  interface FastifySchema {
    /** What the route does, for the reference. */
    summary?: string
    operationId?: string
    /** The type of the answer, where it is not JSON. */
    produces?: string[]
    /** Headers a call may have. They are described here and read by the wire. */
    requestHeaders?: Record<string, TSchema>
  }

  // oxlint-disable-next-line typescript/consistent-type-definitions -- as above
  interface FastifyContextConfig {
    /** May be called by somebody who is not known yet. */
    isPublic?: boolean
    /** Checks a password, so it is limited as sign-in is, under this e-mail address of the body. */
    isPasswordDoor?: boolean
    /** Only says that this server does not offer what the system has at this path. */
    isDeclined?: boolean
    /** Does nothing but refuse, such as a method that a path does not have; no document names it. */
    isRefusal?: boolean
  }
}
