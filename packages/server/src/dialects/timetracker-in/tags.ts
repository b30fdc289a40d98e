import colorNames from 'color-name'
import type { Membership } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { invalid } from '../../core/errors.ts'
import { createTag, type Tag, type TagFields } from '../../core/tags.ts'
import { uuidOf } from './ids.ts'
import { type Input, refuseEmpty, requireFields, textOf } from './input.ts'
import { isoTime } from './values.ts'

/** Makes a tag from what was sent. */
export async function createTagFrom(ctx: Ctx, place: Membership, input: Input): Promise<Tag> {
  requireFields(input, 'name')
  return createTag(ctx, place.workspace_id, { ...tagFieldsOf(input), name: textOf(input, 'name') ?? '' })
}

export function tagFieldsOf(input: Input): TagFields {
  refuseEmpty(input, 'name')
  const name = textOf(input, 'name') ?? undefined
  return {
    ...(name === undefined ? {} : { name }),
    color: colorOf(input),
    description: textOf(input, 'description'),
  }
}

/** A colour by its hexadecimal digits, or by the name that style sheets have for it, which is kept as its digits. */
function colorOf(input: Input): string | null | undefined {
  const sent = textOf(input, 'color')
  if (sent === undefined || sent === null) return sent
  const text = sent.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(text)) return text.toUpperCase()
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replaceAll(/[0-9a-f]/g, '$&$&').toUpperCase()
  const named = Object.entries(colorNames).find(([name]) => name === text)?.[1]
  if (!named) throw invalid('color', 'Must be a hex code such as #3B82F6, or the name of a colour')
  return `#${named.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

export function toTag(tag: Tag) {
  return {
    id: uuidOf('tag', tag.id),
    name: tag.name,
    color: tag.color,
    description: tag.description,
    workspace_id: uuidOf('workspace', tag.workspace_id),
    created_at: isoTime(tag.created_at),
    updated_at: isoTime(tag.updated_at),
  }
}
