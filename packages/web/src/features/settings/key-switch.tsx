import { Switch } from '@mantine/core'
import type { Token } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import type { useTokenSwitch } from './tokens.ts'

type Props = ReturnType<typeof useTokenSwitch> & { token: Token }

export function KeySwitch({ token, isActive, turn }: Props) {
  const { t } = useTranslation()
  return (
    <Switch
      aria-label={t('keys.worksNamed', token)}
      checked={isActive}
      onChange={(event) => {
        turn(event.currentTarget.checked)
      }}
    />
  )
}
