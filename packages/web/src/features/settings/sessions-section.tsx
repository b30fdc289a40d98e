import { Button } from '@mantine/core'
import type { OpenSession } from '@sundial/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import list from '../../ui/list.module.css'
import { showNotice } from '../../ui/notices.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useFormats } from '../session/formats.ts'
import { clientWords } from './client-words.ts'
import classes from './sessions-section.module.css'
import { sessionsQuery, useEndSessions } from './sessions.ts'
import { SettingsSection } from './settings-section.tsx'

/** Where one is signed in. To end a session takes no question: signing in again is all it costs. */
export function SessionsSection() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(sessionsQuery)
  const end = useEndSessions()
  const sessions = query.data?.pages.flatMap((page) => page.data)
  const hasOthers = sessions?.some((session) => !session.is_current) ?? false
  const endNamed = (id: number | 'others', message: string) => {
    end.mutate(id, {
      onSuccess: () => {
        showNotice({ message })
      },
    })
  }
  return (
    <SettingsSection
      title={t('sessions.title')}
      text={t('sessions.text')}
      actions={
        hasOthers && (
          <Button
            onClick={() => {
              endNamed('others', t('sessions.endedOthers'))
            }}
          >
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {sessions && (
        <ul className={list.rows}>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              onEnd={() => {
                endNamed(session.id, t('sessions.ended', { client: clientWords(session, t) }))
              }}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          className={classes.more}
          loading={query.isFetchingNextPage}
          onClick={() => inBackground(query.fetchNextPage())}
        >
          {t('sessions.more')}
        </Button>
      )}
    </SettingsSection>
  )
}

function SessionRow({ session, onEnd }: { session: OpenSession; onEnd: () => void }) {
  const { t } = useTranslation()
  const { date } = useFormats()
  const client = clientWords(session, t)
  const facts = [
    session.ip,
    session.opened_with === 'key' && t('sessions.withKey', { name: session.key_name ?? '' }),
    session.opened_with === 'personal_key' && t('sessions.withPersonalKey'),
    session.opened_with === 'passkey' && t('sessions.withPasskey'),
    session.opened_with === 'identity' && t('sessions.withProvider'),
    t('sessions.lastUsed', { date: date(session.last_seen_at) }),
  ].filter(Boolean)
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span title={session.user_agent ?? undefined}>{client}</span>
        <span className={classes.quiet}>{facts.join(' · ')}</span>
      </div>
      {session.is_current ? (
        <span className={classes.here}>{t('sessions.here')}</span>
      ) : (
        <Button
          size="compact-sm"
          aria-label={t('sessions.endNamed', { client, date: date(session.created_at) })}
          onClick={onEnd}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
