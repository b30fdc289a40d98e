import { createHash } from 'node:crypto'

/**
 * The system names things by UUIDs, and Sundial by numbers. A UUID of version 8 (https://www.rfc-editor.org/rfc/rfc9562)
 * leaves 122 bits to whoever makes it: here 8 for the kind of thing, 53 for its number and 61 that check both. So each
 * can be turned into the other without a table, and what was mistyped, or names a thing of another kind, names nothing.
 */
const KINDS = {
  workspace: 1,
  client: 2,
  project: 3,
  task: 4,
  tag: 5,
  time_entry: 6,
  team_member: 7,
  user: 8,
  role: 9,
  delivery: 10,
} as const

export type Kind = keyof typeof KINDS

const ID_BITS = 53n
const CHECK_BITS = 61n
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** The UUID of a thing. */
export function uuidOf(kind: Kind, id: number): string {
  const payload =
    (((BigInt(KINDS[kind]) << ID_BITS) | BigInt(id)) << CHECK_BITS) | checkOf(kind, id, CHECK_BITS)
  // The version and the variant stand between the bits of our own: 48, 12 and 62 of them.
  const value =
    ((payload >> 74n) << 80n) |
    (8n << 76n) |
    (((payload >> 62n) & bits(12n)) << 64n) |
    (2n << 62n) |
    (payload & bits(62n))
  const hex = value.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function uuidOrNull(kind: Kind, id: number | null): string | null {
  return id === null ? null : uuidOf(kind, id)
}

/** The number behind the UUID of a thing of this kind; undefined for any other text. */
export function idOfUuid(kind: Kind, text: unknown): number | undefined {
  if (typeof text !== 'string' || !UUID.test(text)) return undefined
  const value = BigInt(`0x${text.replaceAll('-', '')}`)
  const payload = ((value >> 80n) << 74n) | (((value >> 64n) & bits(12n)) << 62n) | (value & bits(62n))
  const id = Number((payload >> CHECK_BITS) & bits(ID_BITS))
  return Number.isSafeInteger(id) && uuidOf(kind, id) === text.toLowerCase() ? id : undefined
}

const HOOK = /^wh_([0-9a-f]{16})$/i
const HOOK_CHECK_BITS = 11n

/** Webhooks are named by `wh_` and 16 hexadecimal digits: the number, and 11 bits that check it. */
export function hookIdOf(id: number): string {
  const value = (BigInt(id) << HOOK_CHECK_BITS) | checkOf('webhook', id, HOOK_CHECK_BITS)
  return `wh_${value.toString(16).padStart(16, '0')}`
}

export function idOfHook(text: string): number | undefined {
  const hex = HOOK.exec(text)?.[1]
  if (hex === undefined) return undefined
  const id = Number(BigInt(`0x${hex}`) >> HOOK_CHECK_BITS)
  return Number.isSafeInteger(id) && hookIdOf(id) === text.toLowerCase() ? id : undefined
}

function checkOf(kind: string, id: number, count: bigint): bigint {
  const digest = createHash('sha256').update(`${kind} ${id}`).digest()
  return digest.readBigUInt64BE() & bits(count)
}

function bits(count: bigint): bigint {
  return (1n << count) - 1n
}
