import type { FastifyInstance } from 'fastify'
import { AppError } from '../../core/errors.ts'
import {
  createTokenFor,
  getAnyToken,
  listAllTokens,
  type OwnedToken,
  revokeAnyToken,
  rotateToken,
  updateAnyToken,
} from '../../core/token-admin.ts'
import { parseList } from '../../core/tokens.ts'
import { bare, orWords } from './errors.ts'
import { bodyOf, type Input, integerOf, keptText, numberIn, pathId, queryOf } from './input.ts'
import { utcTime, utcTimeOrNull } from './times.ts'

const DAY_MS = 24 * 3600 * 1000
const MOST_TOKENS = 500

/** Everybody's keys, where the system's web pages keep them: for installation admins, by the web app's cookie or a key. */
export function adminTokenRoutes(app: FastifyInstance): void {
  app.get(
    '/admin/api-tokens',
    { schema: { summary: 'List the API tokens of everybody' } },
    async (request) => {
      const userId = numberIn(queryOf(request), 'user_id')
      const { rows } = await listAllTokens(request.ctx, { userId }, { cursor: null, limit: MOST_TOKENS })
      return { tokens: rows.map(toToken) }
    },
  )

  app.post(
    '/admin/api-tokens',
    { schema: { summary: 'Create an API token for a user; it is shown this once' } },
    async (request, reply) => {
      const { ctx } = request
      const input = bodyOf(request)
      const fields = newToken(input, ctx.now)
      const { token, secret } = await orBare(createTokenFor(ctx, userOf(input), fields))
      return reply
        .code(201)
        .send({ message: 'API token created successfully', token: secret, token_id: token.id })
    },
  )

  app.post(
    '/admin/api-tokens/:token_id/toggle',
    { schema: { summary: 'Switch an API token off, or on again' } },
    async (request) => {
      const id = pathId(request, 'token_id')
      const { is_active } = await orWords(getAnyToken(request.ctx, id), noToken)
      await updateAnyToken(request.ctx, id, { isActive: is_active === 0 })
      return { message: `Token ${is_active === 0 ? 'activated' : 'deactivated'} successfully` }
    },
  )

  app.post(
    '/admin/api-tokens/:token_id/rotate',
    { schema: { summary: 'Put a new API token in the place of one, which is switched off' } },
    async (request, reply) => {
      const { token, secret } = await orWords(rotateToken(request.ctx, pathId(request, 'token_id')), noToken)
      return reply
        .code(201)
        .send({ message: 'API token rotated successfully', token: secret, token_id: token.id })
    },
  )

  app.delete(
    '/admin/api-tokens/:token_id',
    { schema: { summary: 'Delete an API token' } },
    async (request) => {
      await orWords(revokeAnyToken(request.ctx, pathId(request, 'token_id')), noToken)
      return { message: 'Token deleted successfully' }
    },
  )
}

function noToken(): AppError {
  return bare('Token not found', 404)
}

/** A new key, or why there is none in the form of these routes. */
async function orBare<T>(making: Promise<T>): Promise<T> {
  try {
    return await orWords(making, () => bare('User not found', 404))
  } catch (error) {
    throw error instanceof AppError && error.code === 'invalid' ? bare(error.message) : error
  }
}

function userOf(input: Input): number {
  const userId = integerOf(input, 'user_id')
  if (!userId) throw bare('User ID is required')
  return userId
}

/** What the system has scopes for and this server has not. A key may be asked for them; they say nothing. */
const NOT_HERE = new Set([
  'invoices',
  'expenses',
  'payments',
  'mileage',
  'per_diem',
  'calendar',
  'comments',
  'quotes',
  'filters',
  'budget_alerts',
  'recurring_invoices',
  'inventory',
  'ai',
])

function isHere(scope: string): boolean {
  const [, noun = ''] = /^(?:read|write):(.+)$/.exec(scope) ?? []
  return !NOT_HERE.has(noun)
}

/** Scopes and addresses are words between commas, or lists. A key without days does not expire. */
function newToken(input: Input, now: number) {
  const name = keptText(input, 'name')
  if (!name) throw bare('Token name is required')
  userOf(input)
  const asked = listOf(input, 'scopes')
  if (asked.length === 0) throw bare('At least one scope is required')
  const scopes = asked.filter(isHere)
  if (scopes.length === 0) throw bare('This server has nothing that these scopes are for')
  const days = integerOf(input, 'expires_days')
  return {
    name,
    description: keptText(input, 'description'),
    kind: 'timetracker' as const,
    scopes,
    workspaceId: null,
    expiresAt: days ? now + days * DAY_MS : null,
    allowedIps: listOf(input, 'ip_whitelist'),
  }
}

function listOf(input: Input, name: string): string[] {
  const value = input[name]
  const words: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []
  return words.flatMap((word) => (typeof word === 'string' && word.trim() !== '' ? [word.trim()] : []))
}

function toToken(token: OwnedToken) {
  return {
    id: token.id,
    name: token.name,
    description: token.description,
    token_prefix: token.prefix,
    scopes: parseList(token.scopes),
    ip_whitelist: parseList(token.allowed_ips),
    created_at: utcTime(token.created_at),
    expires_at: utcTimeOrNull(token.expires_at),
    last_used_at: utcTimeOrNull(token.last_used_at),
    is_active: token.is_active === 1,
    usage_count: token.usage_count,
    user_id: token.user_id,
    username: token.user_email,
  }
}
