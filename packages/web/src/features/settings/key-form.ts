import { useForm, type UseFormReturnType } from '@mantine/form'
import type { NewToken } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { scopePresets, type ScopePreset } from './scopes.ts'

const lifetimes = { month: 30, quarter: 90, year: 365, never: null } as const
export const lifetimeNames = ['month', 'quarter', 'year', 'never'] as const
/** In place of a workspace: the key works in all. */
export const everywhere = 'all'

type KeyFields = {
  name: string
  preset: ScopePreset
  scopes: string[]
  workspace: string
  lifetime: (typeof lifetimeNames)[number]
}

export type KeyForm = UseFormReturnType<KeyFields>

export function useKeyForm(): KeyForm {
  const { t } = useTranslation()
  return useForm<KeyFields>({
    initialValues: {
      name: '',
      preset: 'timer',
      scopes: [...scopePresets.timer],
      workspace: everywhere,
      lifetime: 'quarter',
    },
    validate: {
      name: (name) => (name.trim() ? null : t('keys.nameNeeded')),
      scopes: (scopes, { preset }) =>
        preset === 'custom' && scopes.length === 0 ? t('keys.scopesNeeded') : null,
    },
  })
}

export function toNewToken({ name, preset, scopes, workspace, lifetime }: KeyFields): NewToken {
  const days = lifetimes[lifetime]
  return {
    name: name.trim(),
    scopes: preset === 'custom' ? scopes : [...scopePresets[preset]],
    workspace_id: workspace === everywhere ? null : Number(workspace),
    expires_at: days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString(),
  }
}
