import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { inBackground } from '../lib/background.ts'
import { localeOf } from '../features/session/locale.ts'
import { sessionQuery } from '../features/session/session.ts'
import { speak } from './i18n.ts'

/** Changes the language as soon as the account's does, or as nobody is signed in any more. */
export function SessionLanguage() {
  // Only looks on: whoever needs to know who is signed in asks.
  const { data: me } = useQuery({ ...sessionQuery, enabled: false })
  const locale = localeOf(me)
  useEffect(() => {
    if (me !== undefined) inBackground(speak(locale))
  }, [me, locale])
  return null
}
