import type { FastifyInstance } from 'fastify'
import { actingUser } from '../core/context.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  describeSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from '../core/second-factor.ts'
import type { House } from '../http/house.ts'
import { IdParams, route } from './route.ts'
import * as Shape from './sign-in-schemas.ts'

/** The codes that are asked beside a password. */
export function secondFactorRoutes(app: FastifyInstance, { passwords }: House): void {
  route(app, {
    operationId: 'getSecondFactor',
    method: 'GET',
    url: '/me/second-factor',
    summary: 'Whether signing in takes a code as well, and how many recovery codes are left',
    answer: Shape.SecondFactor,
    async handle(ctx) {
      const { isOn, recoveryCodesLeft } = await describeSecondFactor(ctx)
      return { is_on: isOn, recovery_codes_left: recoveryCodesLeft }
    },
  })
  route(app, {
    operationId: 'beginSecondFactor',
    method: 'POST',
    url: '/me/second-factor',
    summary: 'Begin two-factor authentication: gives what an authenticator app needs; nothing is asked yet',
    body: Shape.SecondFactorStart,
    answer: Shape.NewSecondFactor,
    status: 201,
    isPasswordDoor: true,
    handle: (ctx, { body }) => beginSecondFactor(ctx, body.password),
  })
  route(app, {
    operationId: 'confirmSecondFactor',
    method: 'POST',
    url: '/me/second-factor/confirm',
    summary: 'Switch two-factor authentication on by the app’s first code; every other session ends',
    body: Shape.SecondFactorCode,
    answer: Shape.RecoveryCodes,
    isPasswordDoor: true,
    handle: async (ctx, { body }) => ({ recovery_codes: await confirmSecondFactor(ctx, body.code) }),
  })
  route(app, {
    operationId: 'renewRecoveryCodes',
    method: 'POST',
    url: '/me/second-factor/recovery-codes',
    summary: 'Make new recovery codes; the former ones end at once',
    body: Shape.SecondFactorCode,
    answer: Shape.RecoveryCodes,
    isPasswordDoor: true,
    async handle(ctx, { body }) {
      const renew = () => renewRecoveryCodes(ctx, body.code)
      return { recovery_codes: await passwords.guardCode(ctx, actingUser(ctx).userId, renew) }
    },
  })
  route(app, {
    operationId: 'endSecondFactor',
    method: 'POST',
    url: '/me/second-factor/end',
    summary: 'Switch two-factor authentication off',
    body: Shape.SecondFactorEnd,
    isPasswordDoor: true,
    handle: (ctx, { body }) =>
      passwords.guardCode(ctx, actingUser(ctx).userId, () => endSecondFactor(ctx, body)),
  })
  route(app, {
    operationId: 'resetSecondFactor',
    method: 'DELETE',
    url: '/admin/users/:id/second-factor',
    summary: 'Take the second factor of somebody away who has lost it',
    params: IdParams,
    async handle(ctx, { params }) {
      await resetSecondFactor(ctx, params.id)
    },
  })
}
