import type { Rate } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { fallbackOf, type RateKind, type RatePlace } from './rate-levels.ts'
import { useMoney } from './use-money.ts'

/** Says what holds where a place has no rate of its own. */
export function useFallbackText(
  rates: readonly Rate[],
  { place, kind, day }: { place: RatePlace; kind: RateKind; day: string },
): string {
  const { t } = useTranslation()
  const money = useMoney()
  const { rate, differs } = fallbackOf(rates, { place, kind, day })
  if (place.level === 'workspace') return t(`rates.noneYet.${kind}`)
  if (differs && !rate) return t('rates.fallback.peopleOnly')
  if (!rate) return t('rates.fallback.nothing')
  const amount = money.amount(rate.amount, rate.currency)
  if (differs) return t('rates.fallback.people', { amount })
  return t(`rates.fallback.${levelKey(rate)}`, { amount })
}

/** The rates of a task and of a person on a project are the most specific: nothing falls back to them. */
function levelKey({ level }: Rate): 'workspace' | 'member' | 'client' | 'project' {
  return level === 'task' || level === 'project_member' ? 'project' : level
}
