import type { OpenSession } from '@sundial/sdk'
import { parse } from 'bowser'
import type { TFunction } from 'i18next'

/** What a browser or client is, as people call it: “Firefox on Linux”; as it calls itself where nobody knows it. */
export function clientWords({ user_agent }: Pick<OpenSession, 'user_agent'>, t: TFunction): string {
  if (!user_agent) return t('sessions.unknownClient')
  const { browser, os } = parse(user_agent)
  // A program such as curl, for which there is no name or an empty one, is told by the first word of what it says.
  const name = browser.name || (user_agent.split(/[\s/(]/, 1)[0] ?? user_agent)
  return os.name ? t('sessions.client', { name, system: os.name }) : name
}
