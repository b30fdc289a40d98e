import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type Account, createAccount, describeAccount, listAccounts } from '../core/user-admin.ts'
import { updateUser } from '../core/users.ts'
import type { House } from '../http/house.ts'
import * as Shape from './admin-schemas.ts'
import { orNull, toInstant, toUser } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { listOf, UserChanges } from './schemas.ts'

/** Everybody's accounts, for the administrators of the installation. */
export function adminUserRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listAccounts',
    method: 'GET',
    url: '/admin/users',
    summary: 'List the accounts of this installation, newest first',
    query: Type.Object({
      ...listQuery,
      q: Type.Optional(Type.String({ maxLength: 254, description: 'Part of the name or the address.' })),
      state: Type.Optional(Shape.AccountState),
    }),
    answer: listOf(Shape.Account),
    async handle(ctx, { query }) {
      const filter = { text: query.q, state: query.state }
      const { rows, next } = await listAccounts(ctx, filter, pageFrom(query))
      return { data: rows.map(toAccount), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createAccount',
    method: 'POST',
    url: '/admin/users',
    summary: 'Make an account for somebody, who sets the password by the link in the answer',
    body: Shape.NewAccountFor,
    answer: Shape.MadeAccount,
    status: 201,
    async handle(ctx, { body }) {
      const { account, link } = await createAccount(ctx, {
        email: body.email,
        name: body.name,
        timeZone: body.time_zone ?? house.timeZone,
        isAdmin: body.is_admin,
      })
      const url = `${house.baseUrl}/reset-password/${link.secret}`
      return { account: toAccount(account), link: { url, expires_at: toInstant(link.expiresAt) } }
    },
  })
  route(app, {
    operationId: 'updateAccount',
    method: 'PATCH',
    url: '/admin/users/:id',
    summary: 'Make an account an administrator or an ordinary one, or switch it off or on',
    params: IdParams,
    body: UserChanges,
    answer: Shape.Account,
    async handle(ctx, { params, body }) {
      return toAccount(await describeAccount(ctx, await updateUser(ctx, params.id, body)))
    },
  })
}

function toAccount(account: Account) {
  return {
    ...toUser(account),
    workspace_count: account.workspace_count,
    last_seen_at: orNull(account.last_seen_at),
  }
}
