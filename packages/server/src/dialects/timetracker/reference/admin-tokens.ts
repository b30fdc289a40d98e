import { Type } from 'typebox'
import {
  flag,
  inPath,
  list,
  named,
  nullable,
  number,
  optional,
  type Routes,
  said,
  text,
  utc,
} from './words.ts'

const ApiToken = named(
  'ApiToken',
  Type.Object({
    id: number('The key.'),
    name: text('What it is called.', 'Payroll'),
    description: nullable(Type.String({ description: 'What it is for.' })),
    token_prefix: text('How it begins.', 'tt_Zx3kQ'),
    scopes: list(Type.String({ examples: ['read:time_entries'] }), 'What it may.'),
    ip_whitelist: list(Type.String(), 'From which addresses or networks; from all where there are none.'),
    created_at: utc('When it was made.'),
    expires_at: nullable(Type.String({ description: 'When it ends. In UTC.' })),
    last_used_at: nullable(utc('When it was last used.')),
    is_active: flag('Whether it is switched on.'),
    usage_count: number('How often it was used.', 42),
    user_id: number('Whose it is.'),
    username: text('Their user name.', 'ada@example.com'),
  }),
)

const Words = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Array(Type.String())], {
    description: `${description} Between commas, or a list.`,
    examples: [example],
  })

const TOKENS = '/admin/api-tokens'
const TokenId = inPath('token_id', 'The key.')

function withSecret(message: string) {
  return said(message, {
    token: text('The key; it is shown this once.', 'tt_Zx3kQ9'),
    token_id: number('Its number.'),
  })
}

export const ADMIN_TOKEN_ROUTES: Routes = {
  [`GET ${TOKENS}`]: {
    operationId: 'listApiTokens',
    about: 'The newest 500 of the whole installation.',
    query: Type.Object({
      user_id: Type.Optional(Type.Integer({ description: 'Only those of this person.' })),
    }),
    status: 200,
    answer: Type.Object({ tokens: list(ApiToken) }),
  },
  [`POST ${TOKENS}`]: {
    operationId: 'createApiToken',
    about:
      'What the system has scopes for and this server does not offer, such as `read:invoices`, is left out of them; an unknown scope is refused.',
    body: Type.Object({
      name: text('What it is called.', 'Payroll'),
      user_id: number('For whom.'),
      scopes: Words('What it may.', 'read:time_entries,read:reports'),
      ...optional({
        expires_days: Type.Integer({
          minimum: 0,
          description:
            'Ends it after so many days, at the latest in the year 9999; never without it or with 0.',
          examples: [90],
        }),
        description: Type.String({ description: 'What it is for.' }),
        ip_whitelist: Words('From which addresses or networks; from all without it.', '192.0.2.0/24'),
      }),
    }),
    status: 201,
    answer: withSecret('API token created successfully'),
  },
  [`POST ${TOKENS}/:token_id/toggle`]: {
    operationId: 'toggleApiToken',
    params: TokenId,
    status: 200,
    answer: said('Token deactivated successfully'),
  },
  [`POST ${TOKENS}/:token_id/rotate`]: {
    operationId: 'rotateApiToken',
    about:
      'The new one may the same, and ends when the old one would have; in the place of an expired one it has no end.',
    params: TokenId,
    status: 201,
    answer: withSecret('API token rotated successfully'),
  },
  [`DELETE ${TOKENS}/:token_id`]: {
    operationId: 'deleteApiToken',
    params: TokenId,
    status: 200,
    answer: said('Token deleted successfully'),
  },
}
