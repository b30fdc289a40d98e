import { Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { paletteKey } from './palette-key.ts'
import { setPaletteOpen } from './palette-state.ts'
import classes from './search-button.module.css'

/** The way to the palette for whoever does not know its key. */
export function SearchButton() {
  const { t } = useTranslation()
  return (
    <UnstyledButton
      className={classes.search}
      onClick={() => {
        setPaletteOpen(true)
      }}
    >
      <Icon of={IconSearch} />
      {t('palette.open')}
      <Kbd size="xs" className={classes.key} aria-hidden>
        {paletteKey}
      </Kbd>
    </UnstyledButton>
  )
}
