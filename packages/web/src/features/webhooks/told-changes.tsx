import type { Event } from '@sundial/sdk'
import { Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChangesList } from '../audit/changes-list.tsx'
import { useNames } from '../audit/use-names.ts'

type Told = Pick<Event, 'kind' | 'before' | 'after'>

/** What a message of our own API tells, in the words of the audit log; nothing of a message in another tracker's form. */
export function ToldChanges({ sent, workspaceId }: { sent: string | null; workspaceId: number }) {
  const { t } = useTranslation()
  const names = useNames(workspaceId)
  const event = sent === null ? undefined : eventIn(sent)
  if (!event) return null
  return (
    <Input.Wrapper label={t('webhooks.told')} labelElement="div">
      <ChangesList event={event} names={names} />
    </Input.Wrapper>
  )
}

/** The event in a message as our own API writes it. */
function eventIn(sent: string): Told | undefined {
  try {
    const message: unknown = JSON.parse(sent)
    if (!isObject(message) || !isObject(message['data'])) return undefined
    const { kind, before, after } = message['data']
    if (kind !== message['type'] || typeof kind !== 'string') return undefined
    return { kind, before: isObject(before) ? before : null, after: isObject(after) ? after : null }
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
