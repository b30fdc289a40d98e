import { actingAs, type Ctx } from '../../core/context.ts'
import { signUp } from '../../core/sign-up.ts'
import type { House } from '../../http/house.ts'
import { refused } from './errors.ts'
import { type Input, textOf } from './wire.ts'

/** Makes an account where the operator lets anybody do so, and gives the request on behalf of its owner. */
export async function signUpFrom({ registration, timeZone }: House, ctx: Ctx, input: Input): Promise<Ctx> {
  const user = await signUp(ctx, {
    email: required(input, 'email', 'Email'),
    password: required(input, 'password', 'Password'),
    name: textOf(input, 'fullname'),
    timeZone: textOf(input, 'timezone') ?? timeZone,
    registration,
  })
  return actingAs(ctx, user.id, user.is_admin === 1)
}

function required(input: Input, name: string, label: string): string {
  const text = textOf(input, name)
  if (!text) throw refused(`${label} can't be blank`)
  return text
}
