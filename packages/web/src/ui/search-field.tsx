import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Props = { value: string; onChange: (value: string) => void; label: string }

export function SearchField({ value, onChange, label }: Props) {
  const { t } = useTranslation()
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon of={IconSearch} />}
      rightSection={
        value && (
          <CloseButton
            size="sm"
            aria-label={t('common.clear')}
            onClick={() => {
              onChange('')
            }}
          />
        )
      }
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('')
      }}
    />
  )
}
