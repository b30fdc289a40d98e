import { isCommonPassword } from './common-passwords.ts'

const SHORTEST = 10
const LONGEST = 200

/** What is wrong with a new password, or undefined. Length is what counts; composition rules only annoy. */
export function passwordProblem(password: string, email: string): string | undefined {
  if ([...password].length < SHORTEST) return `Use at least ${SHORTEST} characters.`
  if (password.length > LONGEST) return `Use at most ${LONGEST} characters.`
  if (password.toLowerCase() === email.toLowerCase()) return 'Use something else than your e-mail address.'
  if (isCommonPassword(password)) return 'Use something that others do not use as a password, too.'
  if (new Set(password).size < 4) return 'Use a password with more different characters.'
  return undefined
}
