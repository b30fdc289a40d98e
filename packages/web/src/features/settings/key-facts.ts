import type { Token } from '@sundial/sdk'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../session/formats.ts'
import { presetOf } from './scopes.ts'

/** What there is to say of a key, in the words of both lists of keys. */
export function useKeyFacts() {
  const { t } = useTranslation()
  const formats = useFormats()
  return {
    made: ({ created_at }: Pick<Token, 'created_at'>) => t('keys.made', { date: formats.date(created_at) }),
    lastUse: ({ last_used_at }: Pick<Token, 'last_used_at'>) =>
      last_used_at ? t('keys.lastUsed', { date: formats.date(last_used_at) }) : t('keys.neverUsed'),
    expiry: ({ expires_at }: Pick<Token, 'expires_at'>) => {
      if (!expires_at) return t('keys.noExpiry')
      const isOver = Date.parse(expires_at) < Date.now()
      return t(isOver ? 'keys.expired' : 'keys.expires', { date: formats.date(expires_at) })
    },
    scopes: ({ scopes }: Pick<Token, 'scopes'>) => describeScopes(scopes, t),
  }
}

function describeScopes(scopes: readonly string[], t: TFunction): string {
  const preset = presetOf(scopes)
  if (preset === 'all') return t('keys.scopesAll')
  return preset ? t(`keys.preset.${preset}`) : scopes.join(', ')
}
